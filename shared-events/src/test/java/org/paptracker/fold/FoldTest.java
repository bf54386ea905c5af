package org.paptracker.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
    sealed interface Lamp {
        record Lit() implements Lamp {}

        record PutOut() implements Lamp {}

        sealed interface Moved extends Lamp {
            record Carried(String to) implements Moved {}
        }
    }

    private static <E> Recorded<E> recorded(long position, E event) {
        return new Recorded<>(
                position,
                "id-" + position,
                Instant.EPOCH.plusSeconds(position),
                "lamp",
                position - 1,
                new Provenance("keeper", null, null, null, null),
                event);
    }

    private static final Fold<String, Lamp> FOLD = Fold.from("dark", Lamp.class)
            .on(Lamp.Lit.class, (state, event) -> "lit")
            .on(
                    Lamp.Moved.Carried.class,
                    (state, event, in) -> state + " in " + event.to() + " by " + in.actor() + " at " + in.position())
            .ignore(Lamp.PutOut.class)
            .exhaustive();

    @Test
    void a_history_becomes_a_state_step_by_step_in_its_order() {
        List<Recorded<Lamp>> history = List.of(
                recorded(1, new Lamp.PutOut()),
                recorded(2, new Lamp.Lit()),
                recorded(3, new Lamp.Moved.Carried("hall")));

        String stepped = FOLD.initial();
        for (Recorded<Lamp> next : history) stepped = FOLD.step(stepped, next);

        assertThat(FOLD.over(history)).isEqualTo("lit in hall by keeper at 3").isEqualTo(stepped);
        assertThat(FOLD.over(List.of())).isEqualTo("dark");
    }

    @Test
    void an_ignored_event_changes_nothing() {
        assertThat(FOLD.step("as it was", recorded(1, new Lamp.PutOut()))).isEqualTo("as it was");
    }

    @Test
    void a_step_of_three_arguments_is_given_the_recording_itself() {
        assertThat(FOLD.step("lit", recorded(7, new Lamp.Moved.Carried("attic"))))
                .isEqualTo("lit in attic by keeper at 7");
    }

    @Test
    void every_record_of_a_family_is_found_however_deep() {
        assertThat(Fold.recordsOf(Lamp.class))
                .containsExactlyInAnyOrder(Lamp.Lit.class, Lamp.PutOut.class, Lamp.Moved.Carried.class);
    }

    @Test
    void a_row_for_a_family_in_the_family_is_one_for_each_of_its_records() {
        Fold<String, Lamp> moves = Fold.from("here", Lamp.class)
                .on(Lamp.Moved.class, (state, event) -> state + ", moved")
                .ignore(Lamp.Lit.class, Lamp.PutOut.class)
                .exhaustive();
        assertThat(moves.step("here", recorded(1, new Lamp.Moved.Carried("hall"))))
                .isEqualTo("here, moved");
    }

    @Test
    void a_partial_fold_is_changed_by_nothing_that_it_does_not_look_at() {
        Fold<String, Lamp> lit = Fold.from("dark", Lamp.class)
                .on(Lamp.Lit.class, (state, event) -> "lit")
                .partial();
        assertThat(lit.over(List.of(recorded(1, new Lamp.Lit()), recorded(2, new Lamp.Moved.Carried("hall")))))
                .isEqualTo("lit");
    }

    @Test
    void a_missing_row_is_refused_and_named() {
        Fold.Builder<String, Lamp> builder =
                Fold.from("dark", Lamp.class).ignore(Lamp.Lit.class).ignore(Lamp.PutOut.class);

        assertThatIllegalStateException()
                .isThrownBy(builder::exhaustive)
                .withMessageContaining("Carried")
                .withMessageNotContaining("Lit");
    }

    @Test
    void two_rows_for_one_event_are_refused_and_named() {
        Fold.Builder<String, Lamp> builder = Fold.from("dark", Lamp.class).ignore(Lamp.Lit.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.on(Lamp.Lit.class, (state, event) -> "lit"))
                .withMessageContaining("Lit");
        assertThatIllegalStateException().isThrownBy(() -> builder.ignore(Lamp.Lit.class));
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void an_event_of_another_family_is_refused() {
        assertThatThrownBy(() -> ((Fold) FOLD).step("dark", recorded(1, "a string")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String");
    }
}
