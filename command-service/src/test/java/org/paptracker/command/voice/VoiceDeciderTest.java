package org.paptracker.command.voice;

import static org.paptracker.command.voice.Examples.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.voice.VoiceDetails;

class VoiceDeciderTest {
    private static HearVoice put(VoiceDetails details) {
        return new HearVoice(PLAN, VOICE, details, null);
    }

    private static RespondToVoice respond(BusinessDate on, ErasableText weDid, String... actions) {
        return new RespondToVoice(PLAN, VOICE, on, weDid, codes(ActionCode::new, actions));
    }

    private static CloseVoice close(BusinessDate on, ErasableText outcome) {
        return new CloseVoice(PLAN, VOICE, on, outcome, "Parent carer forum");
    }

    private static VoiceEvent[] events(VoiceEvent... events) {
        return events;
    }

    /** Whatever else holds, these do for every command on a voice that has to exist. */
    private abstract static class On_a_voice {
        abstract VoiceCommand command();

        /** What has to have happened for the command to be possible. */
        abstract VoiceEvent[] before();

        @Test
        void is_refused_in_an_unknown_plan() {
            in(PlanTerms.FOLD.initial()).when(command()).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_an_unknown_voice() {
            given().when(command()).thenRefused("voice.unknown", "forum-survey", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.SUPERSEDED), before()).when(command()).thenRefused("plan.ended", "superseded");
        }
    }

    @Nested
    class Hearing {
        @Test
        void records_what_was_said() {
            given().when(put(details())).then(new VoiceHeard(PLAN, VOICE, details()));
        }

        @Test
        void again_with_other_content_amends_it() {
            given(heard()).when(put(said("Other"))).then(new VoiceAmended(PLAN, VOICE, said("Other"), null));
        }

        @Test
        void again_with_the_same_content_records_nothing() {
            given(heard()).when(put(details())).thenNothingMore();
            given(heard(), responded(), closed()).when(put(details())).thenNothingMore();
        }

        @Test
        void is_refused_once_somebody_has_responded() {
            given(heard(), responded()).when(put(said("Other"))).thenRefused("voice.already-responded", "forum-survey");
        }

        @Test
        void is_refused_once_it_is_closed() {
            given(heard(), responded(), closed()).when(put(said("Other"))).thenRefused("voice.ended", "forum-survey");
        }

        @Test
        void is_refused_with_a_code_the_plan_does_not_have() {
            given().when(put(details(JANUARY, "x", "PA9", "T1"))).thenRefused("voice.unknown-area", "PA9", "has PA1");
            given().when(put(details(JANUARY, "x", "PA1", "T9"))).thenRefused("voice.unknown-theme", "T9");
        }

        @Test
        void may_speak_of_actions_and_milestones_only() {
            for (SubjectType type : SubjectType.values()) {
                if (type == SubjectType.ACTION || type == SubjectType.MILESTONE) {
                    given().when(put(concerning(type))).then(new VoiceHeard(PLAN, VOICE, concerning(type)));
                } else {
                    given().when(put(concerning(type))).thenRefused("voice.concerns-wrong-type", "forum-survey");
                }
            }
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given().when(put(details(TOMORROW, "x", "PA1", "T1")))
                    .thenRefused("effective-on.in-future", "1 March 2025");
        }

        @Test
        void is_refused_in_an_unknown_plan_and_in_one_that_has_ended() {
            in(PlanTerms.FOLD.initial()).when(put(details())).thenRefused("plan.unknown");
            in(plan(PlanState.CLOSED)).when(put(details())).thenRefused("plan.ended");
        }
    }

    @Nested
    class Responding extends On_a_voice {
        @Override
        VoiceCommand command() {
            return respond(FEBRUARY_13, WE_DID, "PA1-04");
        }

        @Override
        VoiceEvent[] before() {
            return events(heard());
        }

        @Test
        void records_what_was_done() {
            given(before()).when(command()).then(responded());
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(before())
                    .when(respond(null, WE_DID))
                    .then(new VoiceResponded(PLAN, VOICE, TODAY, WE_DID, codes(ActionCode::new)));
        }

        @Test
        void may_be_added_to() {
            ErasableText more = ErasableText.of("We trained every school");
            given(heard(), responded())
                    .when(respond(TODAY, more))
                    .then(new VoiceResponded(PLAN, VOICE, TODAY, more, codes(ActionCode::new)));
        }

        @Test
        void in_the_same_words_again_records_nothing() {
            given(heard(), responded()).when(respond(null, WE_DID, "PA1-04")).thenNothingMore();
            given(heard(), responded(), closed()).when(command()).thenNothingMore();
        }

        @Test
        void in_the_same_words_about_another_action_is_another_response() {
            given(heard(), responded())
                    .when(respond(FEBRUARY_13, WE_DID, "PA1-05"))
                    .then(new VoiceResponded(PLAN, VOICE, FEBRUARY_13, WE_DID, codes(ActionCode::new, "PA1-05")));
        }

        @Test
        void is_refused_for_a_day_before_it_was_heard() {
            given(before())
                    .when(respond(date("2024-12-31"), WE_DID))
                    .thenRefused("effective-on.before-start", "31 December 2024", "January 2025");
        }

        @Test
        void is_possible_within_the_month_it_was_heard() {
            BusinessDate within = date("2025-01-02");
            given(before())
                    .when(respond(within, WE_DID))
                    .then(new VoiceResponded(PLAN, VOICE, within, WE_DID, codes(ActionCode::new)));
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(respond(TOMORROW, WE_DID)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_is_closed() {
            given(heard(), responded(), closed())
                    .when(respond(null, ErasableText.of("More")))
                    .thenRefused("voice.ended", "forum-survey");
        }
    }

    @Nested
    class Closing extends On_a_voice {
        @Override
        VoiceCommand command() {
            return close(FEBRUARY_13, OUTCOME);
        }

        @Override
        VoiceEvent[] before() {
            return events(heard(), responded());
        }

        @Test
        void records_what_came_of_it_and_who_agreed() {
            given(before()).when(command()).then(closed());
        }

        @Test
        void counts_from_today_and_may_be_agreed_by_nobody() {
            given(before())
                    .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                    .then(new VoiceClosed(PLAN, VOICE, TODAY, OUTCOME, null));
        }

        @Test
        void is_refused_before_anybody_has_responded() {
            given(heard()).when(command()).thenRefused("voice.not-responded", "forum-survey");
        }

        @Test
        void again_with_the_same_outcome_records_nothing() {
            given(heard(), responded(), closed()).when(close(null, OUTCOME)).thenNothingMore();
        }

        @Test
        void again_with_another_outcome_is_refused() {
            given(heard(), responded(), closed())
                    .when(close(null, ErasableText.of("Other")))
                    .thenRefused("voice.ended");
            given(heard(), responded(), closed())
                    .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                    .thenRefused("voice.ended");
        }

        @Test
        void is_refused_for_a_day_before_it_was_heard_or_still_to_come() {
            given(before()).when(close(date("2024"), OUTCOME)).thenRefused("effective-on.before-start");
            given(before()).when(close(TOMORROW, OUTCOME)).thenRefused("effective-on.in-future");
        }
    }
}
