package org.paptracker.command.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.redaction.Examples.*;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.command.redaction.RedactionCommand.RecordRedacted;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;

class RedactionDeciderTest {
    @Nested
    class Proposing {
        private final ProposeRedaction propose = propose();

        @Test
        void is_recorded_with_every_place_that_holds_the_same_words() {
            given().when(propose).then(proposed());
        }

        @Test
        void names_the_places_that_are_to_go_if_others_are_to_stay() {
            given().when(propose(EQUAL)).then(proposed(PLACES, List.of(TEXT.at(), EQUAL.at())));
        }

        @Test
        void of_a_short_text_takes_no_equal_one_that_nobody_named() {
            withShortWords().when(propose).then(proposed(PLACES, List.of(TEXT.at())));
            withShortWords().when(propose(EQUAL)).then(proposed(PLACES, List.of(TEXT.at(), EQUAL.at())));
        }

        @Test
        void lists_all_places_that_go_and_a_thousand_of_those_that_stay() {
            List<FoundPlace> many = Stream.concat(
                            Stream.of(TEXT, EQUAL),
                            LongStream.range(100, 2_000).mapToObj(position -> equalAt(position)))
                    .toList();
            withWordsIn(many)
                    .when(propose(EQUAL))
                    .then(proposed(many.subList(0, 1_002), List.of(TEXT.at(), EQUAL.at())));
            withWordsIn(many).when(propose()).then(proposed(many, null));
        }

        private FoundPlace equalAt(long position) {
            return new FoundPlace(
                    position, EQUAL.stream(), EQUAL.field(), "sha256:" + position, EQUAL.kind(), CONFIRMED_ON);
        }

        @Test
        void is_refused_if_a_place_that_is_named_holds_other_words() {
            withWordsIn(List.of(TEXT)).when(propose(EQUAL)).thenRefused("redaction.other-words", "note of entry 7");
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
        private final ConfirmRedaction confirm = confirm(TEXT, COPY, EQUAL);

        @Test
        void by_a_second_person_names_every_place_of_the_words() {
            given(proposed()).when(BOARD, confirm).then(confirmed());
        }

        @Test
        void is_refused_unless_it_names_each_place_that_goes_and_no_other() {
            given(proposed()).when(BOARD, confirm()).thenRefused("redaction.places-changed", "3 places");
            given(proposed()).when(BOARD, confirm(TEXT, COPY)).thenRefused("redaction.places-changed");
            withWordsIn(List.of(TEXT), proposed())
                    .when(BOARD, confirm)
                    .thenRefused("redaction.places-changed", "1 place");
        }

        @Test
        void tells_where_the_words_are_now_if_they_have_been_repeated_meanwhile() {
            RedactionProposed before = proposed(List.of(TEXT), null);
            RuleBroken refusal = assertThrowsExactly(
                    RuleBroken.class,
                    () -> RedactionDecider.confirm(
                            given(before).state(),
                            confirm(TEXT),
                            GivenContext.on(Scenario.TODAY).by(BOARD).with(GivenContext.words(PLACES))));
            assertThat(refusal.facts().get("places"))
                    .asInstanceOf(LIST)
                    .extracting("position", "field", "plan", "subject", "recordedOn", "goes")
                    .containsExactly(
                            tuple(12L, "details.text", PLAN, "voice:v-1", CONFIRMED_ON, true),
                            tuple(13L, "details.text", new PlanId("next"), "voice:v-1", CONFIRMED_ON, true),
                            tuple(7L, "note", PLAN, "action:PA3-01", CONFIRMED_ON, true));
        }

        @Test
        void takes_a_copy_of_a_named_text_along_and_leaves_equal_ones_that_were_not_named() {
            RedactionProposed only = proposed(PLACES, List.of(TEXT.at()));
            given(only).when(BOARD, confirm(TEXT, COPY)).then(confirmed(TEXT, COPY));
            given(only).when(BOARD, confirm).thenRefused("redaction.places-changed", "2 places");
        }

        @Test
        void of_one_that_was_proposed_before_places_were_told_names_them_too() {
            given(proposed(null, null)).when(BOARD, confirm).then(confirmed());
            withShortWords(proposed(null, null))
                    .when(BOARD, confirm(TEXT, COPY))
                    .then(confirmed(TEXT, COPY));
            withShortWords(proposed(null, null)).when(BOARD, confirm).thenRefused("redaction.places-changed");
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
        assertThat(state.places()).isEqualTo(confirmed().places());
        assertThat(state.confirmedOn()).isEqualTo(CONFIRMED_ON);
    }
}
