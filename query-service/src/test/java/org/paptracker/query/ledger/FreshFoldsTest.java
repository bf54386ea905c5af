package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.query.ledger.FreshFolds.Compared;
import org.paptracker.query.ledger.FreshFolds.Extent;
import org.paptracker.query.operations.ViewCheck.Difference;
import org.paptracker.query.operations.ViewCheck.Outcome;

class FreshFoldsTest {
    private static final List<String> ALL = List.of("actions", "audit", "kpis", "plans");

    private final List<String> asked = new ArrayList<>();

    private Outcome same(String projection) {
        asked.add(projection);
        return new Outcome(true, null);
    }

    @Test
    void each_projection_has_its_turn_before_any_has_a_second() {
        FreshFolds folds = new FreshFolds(ALL, this::same);
        for (int hour = 0; hour < 3 * ALL.size(); hour++) {
            assertThat(folds.compare(Extent.ONE_VIEW).compared()).hasSize(1);
        }

        for (int day = 0; day < 3; day++) {
            assertThat(asked.subList(day * ALL.size(), (day + 1) * ALL.size()))
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void all_are_compared_when_asked_and_one_that_can_not_be_is_not_said_to_agree() {
        FreshFolds folds = new FreshFolds(ALL, projection -> new Outcome(!projection.equals("kpis"), null));

        assertThat(folds.compare(Extent.ALL_VIEWS)).isEqualTo(new Compared(List.of("actions", "audit", "plans"), null));
    }

    @Test
    void the_first_difference_is_named_and_the_others_are_counted() {
        Difference difference = new Difference("audit", "17", 17L, 1_200);
        FreshFolds folds =
                new FreshFolds(ALL, projection -> new Outcome(true, projection.equals("audit") ? difference : null));

        assertThat(folds.compare(Extent.ALL_VIEWS)).isEqualTo(new Compared(List.of("actions"), difference));
        assertThat(FreshFolds.words(difference))
                .isEqualTo("The document \"17\" of the projection audit is not what the log makes of it."
                        + " Nor are 1,200 others.");
    }
}
