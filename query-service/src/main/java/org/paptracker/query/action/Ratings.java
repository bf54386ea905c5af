package org.paptracker.query.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Rating;

/** The latest rating of each assessor, side by side. */
final class Ratings {
    /** Whose rating stands for the whole where only one can be counted: the further from the work, the sooner. */
    private static final List<Assessor> MOST_INDEPENDENT_FIRST =
            List.of(Assessor.INDEPENDENT, Assessor.BOARD, Assessor.PMO, Assessor.SELF);

    private Ratings() {}

    /** With one more, unless its assessor has already said something that is true from a later date. */
    static List<Assessment> with(List<Assessment> assessments, Assessment next) {
        List<Assessment> standing = new ArrayList<>();
        for (Assessment assessment : assessments) {
            if (assessment.assessor() != next.assessor()) {
                standing.add(assessment);
            } else if (assessment.on().isLaterThan(next.on())) {
                return assessments;
            }
        }
        standing.add(next);
        standing.sort(Comparator.comparing(Assessment::assessor));
        return List.copyOf(standing);
    }

    /** Without the ratings of completion by {@code lapsed}. */
    static List<Assessment> without(List<Assessment> assessments, List<Assessor> lapsed) {
        return assessments.stream()
                .filter(one -> !lapsed.contains(one.assessor()) || !one.rating().isOfCompletion())
                .toList();
    }

    /** The rating of the most independent assessor; {@code NO_DATA} if nobody has rated. */
    static Rating headline(List<Assessment> assessments) {
        return MOST_INDEPENDENT_FIRST.stream()
                .map(assessor -> of(assessments, assessor))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Assessment::rating)
                .orElse(Rating.NO_DATA);
    }

    private static Optional<Assessment> of(List<Assessment> assessments, Assessor assessor) {
        return assessments.stream()
                .filter(assessment -> assessment.assessor() == assessor)
                .findFirst();
    }
}
