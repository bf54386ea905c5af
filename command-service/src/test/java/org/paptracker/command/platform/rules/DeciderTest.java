package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.fold.Fold;

class DeciderTest {
    private sealed interface Asked permits Count, Deeper {}

    private record Count(int by) implements Asked {}

    private sealed interface Deeper extends Asked permits Sign {}

    private record Sign() implements Deeper {}

    private record Happened(String what) {}

    private static final Fold<Integer, Happened> FOLD = Fold.from(0, Happened.class)
            .on(Happened.class, (count, event) -> count + 1)
            .exhaustive();

    private static Decider.Builder<Integer, Asked, Happened> table() {
        return Decider.of(FOLD, Asked.class).on(Count.class, DeciderTest::count);
    }

    private static List<Happened> count(int state, Count command) {
        return List.of(new Happened(state + " and " + command.by()));
    }

    private static List<Happened> sign(int state, Sign command, Context context) {
        return List.of(new Happened("signed by " + context.actor().name()));
    }

    private static Decider.Builder<Integer, Asked, Happened> elsewhere(
            Decider.Builder<Integer, Asked, Happened> table) {
        return table.on(Sign.class, DeciderTest::sign);
    }

    @Test
    void finds_the_rule_of_a_command_by_its_type_and_hands_it_what_it_asks_for() {
        Decider<Integer, Asked, Happened> rules =
                table().with(DeciderTest::elsewhere).exhaustive();
        GivenContext context = GivenContext.on(Scenario.TODAY).by(Scenario.BOARD);
        assertThat(rules.decide(2, new Count(3), context)).containsExactly(new Happened("2 and 3"));
        assertThat(rules.decide(2, new Sign(), context)).containsExactly(new Happened("signed by board"));
    }

    @Test
    void does_not_come_to_be_while_a_command_has_no_rule_however_deep_it_nests() {
        assertThatThrownBy(() -> table().exhaustive())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Sign");
    }

    @Test
    void has_one_rule_for_each() {
        assertThatThrownBy(() -> table().on(Count.class, DeciderTest::count))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Count");
    }
}
