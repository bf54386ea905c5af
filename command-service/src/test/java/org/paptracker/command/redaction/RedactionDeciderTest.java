package org.paptracker.command.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.redaction.Examples.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.command.redaction.RedactionCommand.RecordRedacted;
import org.paptracker.values.redaction.RedactionGround;

class RedactionDeciderTest {
    @Nested
    class Proposing {
        private final ProposeRedaction propose = new ProposeRedaction(
                PLAN, REDACTION, 12, "details.text", RedactionGround.THIRD_PARTY_PERSONAL_DATA, BASIS, null);

        @Test
        void is_recorded() {
            given().when(propose).then(proposed());
        }

        @Test
        void is_refused_once_the_words_are_gone() {
            withWordsIn(List.of()).when(propose).thenRefused("redaction.words-gone");
        }

        @Test
        void is_refused_under_a_number_that_is_taken() {
            given(proposed()).when(propose).thenRefused("redaction.number-taken", "try again");
        }
    }

    @Nested
    class Confirming {
        private final ConfirmRedaction confirm = new ConfirmRedaction(PLAN, REDACTION);

        @Test
        void by_a_second_person_names_every_place_of_the_words() {
            given(proposed()).when(BOARD, confirm).then(confirmed());
        }

        @Test
        void is_refused_to_the_person_who_proposed_it() {
            given(proposed()).when(LEAD, confirm).thenRefused("redaction.proposer-cannot-confirm", "somebody else");
        }

        @Test
        void again_changes_nothing_no_matter_who_asks_or_where_the_words_are() {
            given(proposed(), confirmed()).when(LEAD, confirm).thenNothingMore();
            withWordsIn(List.of(), proposed(), confirmed()).when(BOARD, confirm).thenNothingMore();
            withWordsIn(List.of(), proposed(), confirmed(), redacted())
                    .when(BOARD, confirm)
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_it_was_refused() {
            given(proposed(), declined()).when(BOARD, confirm).thenRefused("redaction.refused");
        }

        @Test
        void is_refused_once_the_words_are_gone() {
            withWordsIn(List.of(), proposed()).when(BOARD, confirm).thenRefused("redaction.words-gone");
        }

        @Test
        void of_what_nobody_proposed_is_unknown() {
            given().when(BOARD, confirm).thenRefused("redaction.unknown", "3");
        }
    }

    @Nested
    class Refusing {
        private final DeclineRedaction decline = new DeclineRedaction(PLAN, REDACTION, REASON);

        @Test
        void is_recorded() {
            given(proposed()).when(BOARD, decline).then(declined());
        }

        @Test
        void withdraws_it_if_done_by_the_person_who_proposed_it() {
            given(proposed()).when(LEAD, decline).then(declined());
        }

        @Test
        void again_changes_nothing() {
            given(proposed(), declined()).when(BOARD, decline).thenNothingMore();
        }

        @Test
        void comes_too_late_once_it_is_confirmed() {
            given(proposed(), confirmed()).when(BOARD, decline).thenRefused("redaction.confirmed");
            given(proposed(), confirmed(), redacted()).when(BOARD, decline).thenRefused("redaction.confirmed");
        }

        @Test
        void of_what_nobody_proposed_is_unknown() {
            given().when(BOARD, decline).thenRefused("redaction.unknown");
        }
    }

    @Nested
    class Recording_that_the_words_are_gone {
        private final RecordRedacted record = new RecordRedacted(PLAN, REDACTION);

        @Test
        void names_the_places_the_ground_and_the_day_it_was_confirmed() {
            given(proposed(), confirmed()).when(BOARD, record).then(redacted());
        }

        @Test
        void again_changes_nothing() {
            given(proposed(), confirmed(), redacted()).when(BOARD, record).thenNothingMore();
        }

        @Test
        void is_impossible_before_anybody_confirmed_it() {
            assertThatThrownBy(() -> given(proposed()).when(BOARD, record)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void of_what_nobody_proposed_is_unknown() {
            given().when(BOARD, record).thenRefused("redaction.unknown");
        }
    }

    @Test
    void the_state_holds_what_was_proposed_and_by_whom() {
        Redaction state = given(proposed(), confirmed(), redacted()).state();
        assertThat(state.proposal()).isEqualTo(proposed());
        assertThat(state.proposer()).isEqualTo(LEAD.name());
        assertThat(state.places()).isEqualTo(PLACES);
        assertThat(state.confirmedOn()).isEqualTo(CONFIRMED_ON);
    }
}
