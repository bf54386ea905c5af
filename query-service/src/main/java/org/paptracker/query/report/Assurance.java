package org.paptracker.query.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.gaps.GapKind;
import org.paptracker.query.risk.RiskView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.risk.RiskCode;

/**
 * What the delivery group tells the board about a period. Lists of milestones are in order of action and code.
 *
 * @param from the period begins after the end of this day
 * @param to the period ends with this day
 * @param ratings by area, how many milestones had each rating before and after
 * @param moved whose rating is another than before
 * @param done complete at the end and not at the beginning
 * @param slipped expected later than before, or later than agreed for the first time
 * @param overdue at the end, the longest overdue first
 * @param next due in as many days after the period as the period has
 * @param risks that live at the end or came to an end in the period
 * @param askedFor what waits for somebody's decision at the end
 */
record Assurance(
        PlanId plan,
        String title,
        LocalDate from,
        LocalDate to,
        List<AreaRatings> ratings,
        List<Moved> moved,
        List<Done> done,
        List<Slipped> slipped,
        List<Due> overdue,
        List<Due> next,
        List<RiskMoved> risks,
        EvidenceMoved evidence,
        List<DecisionItem> decisions,
        List<AskedFor> askedFor) {

    /** Which milestone. */
    record Step(ActionCode action, MilestoneCode milestone, String title) {}

    /** @param title null where the sources give none */
    record AreaRatings(String area, @Nullable String title, Map<Rating, Long> before, Map<Rating, Long> after) {}

    record Moved(@JsonUnwrapped Step step, Rating before, Rating after) {}

    /**
     * @param completedOn as claimed
     * @param strongestEvidence null if nothing stands for it
     */
    record Done(
            @JsonUnwrapped Step step,
            @Nullable BusinessDate completedOn,
            @Nullable EvidenceLevel strongestEvidence) {}

    /**
     * @param days since the beginning of the period
     * @param slippedDays against the date first agreed
     */
    record Slipped(@JsonUnwrapped Step step, long days, long slippedDays) {}

    /** @param dueOn as approved */
    record Due(@JsonUnwrapped Step step, BusinessDate dueOn, Rating rating) {}

    /**
     * @param scoreBefore null if nobody had scored it, or it was not there
     */
    record RiskMoved(@JsonUnwrapped RiskView risk, @Nullable Integer scoreBefore) {}

    /**
     * @param validated that stands at the end and did not at the beginning
     * @param coverageBefore share of complete milestones shown to have made a difference; null while none is complete
     */
    record EvidenceMoved(
            List<EvidenceView> validated,
            @Nullable Double coverageBefore,
            @Nullable Double coverageAfter,
            Map<GapKind, Long> gapsBefore,
            Map<GapKind, Long> gapsAfter) {}

    /** What waits for a decision, in a sentence. */
    record AskedFor(
            Kind kind,
            @Nullable ActionCode action,
            @Nullable MilestoneCode milestone,
            @Nullable RiskCode risk,
            @Nullable DecisionId decision,
            @Nullable RebaselineReason reasonCode,
            String sentence) {

        enum Kind {
            /** A new due date is proposed. */
            REBASELINE,
            /** A completion is claimed, and somebody else has to verify it. */
            VERIFICATION,
            /** A risk is with the board. */
            ESCALATED_RISK,
            /** A decision is proposed to the board. */
            PROPOSED_DECISION
        }
    }
}
