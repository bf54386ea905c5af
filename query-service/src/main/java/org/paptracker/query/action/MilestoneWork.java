package org.paptracker.query.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.action.Assessor;

/**
 * What was said of the work on a milestone.
 *
 * @param assessments the latest of each assessor
 * @param latest the report of the latest date; null before the first
 * @param completion the claim that stands; null if there is none
 * @param rebaseline what is proposed and not decided; null if nothing is
 */
public record MilestoneWork(
        List<Assessment> assessments,
        @Nullable Report latest,
        @Nullable Completion completion,
        @Nullable Rebaseline rebaseline) {
    static final MilestoneWork NONE = new MilestoneWork(List.of(), null, null, null);

    MilestoneWork with(Assessment one) {
        return new MilestoneWork(Ratings.with(assessments, one), latest, completion, rebaseline);
    }

    /** @param lapsed whose ratings of completion stand no more; null if nobody's do */
    MilestoneWork without(@Nullable List<Assessor> lapsed) {
        return lapsed == null
                ? this
                : new MilestoneWork(Ratings.without(assessments, lapsed), latest, completion, rebaseline);
    }

    MilestoneWork with(Report one) {
        return new MilestoneWork(assessments, latest == null ? one : latest.joined(one), completion, rebaseline);
    }

    MilestoneWork with(@Nullable Completion now) {
        return new MilestoneWork(assessments, latest, now, rebaseline);
    }

    MilestoneWork with(@Nullable Rebaseline now) {
        return new MilestoneWork(assessments, latest, completion, now);
    }
}
