package org.paptracker.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.STOCKTAKE;
import static org.paptracker.query.History.answered;
import static org.paptracker.query.History.feedback;
import static org.paptracker.query.History.finding;
import static org.paptracker.query.History.scheduled;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paptracker.query.Story;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeKind;

class OpenRecommendationTest {
    private static final ActionCode OTHER = new ActionCode("PA1-01");

    private final Story story = new Story()
            .by(
                    OFFICE,
                    scheduled(STOCKTAKE, StocktakeKind.STOCKTAKE),
                    feedback(
                            STOCKTAKE,
                            "2025-02-13",
                            FeedbackStage.FORMAL,
                            finding(1, FindingKind.FINDING, "Much work"),
                            finding(2, FindingKind.RECOMMENDATION, "Evidence it")));

    private List<OpenRecommendation> open(Map<ActionCode, ActionState> actions) {
        return OpenRecommendation.of(List.of(story.stocktake()), actions);
    }

    private void answer(Answer answer, ActionCode... actions) {
        story.by(LEAD, answered(STOCKTAKE, "2025-02-20", 2, answer, actions));
    }

    @Test
    void is_open_until_somebody_answers_it() {
        assertThat(open(Map.of())).singleElement().satisfies(one -> {
            assertThat(one.stocktake()).isEqualTo(STOCKTAKE);
            assertThat(one.recommendation().number()).isEqualTo(2);
            assertThat(one.actionStates()).isEmpty();
        });
    }

    @Test
    void is_not_open_if_it_is_not_accepted() {
        answer(Answer.NOT_ACCEPTED);
        assertThat(open(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ActionState.class)
    void is_open_until_its_action_is_delivered(ActionState state) {
        answer(Answer.PARTLY_ACCEPTED, ACTION);
        boolean delivered = state == ActionState.DELIVERED || state == ActionState.EMBEDDED;
        assertThat(open(Map.of(ACTION, state))).hasSize(delivered ? 0 : 1);
    }

    @Test
    void is_open_until_every_action_is_delivered() {
        answer(Answer.ACCEPTED, ACTION, OTHER);
        assertThat(open(Map.of(ACTION, ActionState.DELIVERED, OTHER, ActionState.IN_PROGRESS)))
                .singleElement()
                .satisfies(one -> assertThat(one.actionStates())
                        .containsExactly(
                                Map.entry(OTHER, ActionState.IN_PROGRESS), Map.entry(ACTION, ActionState.DELIVERED)));
    }

    @Test
    void is_open_while_its_action_is_not_there() {
        answer(Answer.ACCEPTED, ACTION);
        assertThat(open(Map.of()))
                .singleElement()
                .satisfies(one -> assertThat(one.actionStates()).isEmpty());
    }
}
