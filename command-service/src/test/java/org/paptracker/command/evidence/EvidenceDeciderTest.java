package org.paptracker.command.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.evidence.Examples.*;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.evidence.EvidenceCommand.ChallengeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ReturnEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SubmitEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SupersedeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.UpholdEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ValidateEvidence;
import org.paptracker.command.evidence.EvidenceCommand.WithdrawEvidence;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceState;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;

class EvidenceDeciderTest {
    private static SubmitEvidence put(EvidenceDetails details) {
        return new SubmitEvidence(PLAN, EVIDENCE, details, null);
    }

    /** Whatever else holds, these do for every command on evidence that has to exist. */
    private abstract static class On_evidence {
        abstract EvidenceCommand on(BusinessDate effectiveOn);

        /** What has to have happened, by the lead, for the command to be possible to the office. */
        abstract EvidenceEvent[] before();

        EvidenceCommand command() {
            return on(FEBRUARY_13);
        }

        @Test
        void is_refused_in_an_unknown_plan() {
            in(PlanTerms.FOLD.initial(), before())
                    .when(OFFICE, command())
                    .thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_unknown_evidence() {
            given().when(OFFICE, command()).thenRefused("evidence.unknown", "EV-1", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), before()).when(OFFICE, command()).thenRefused("plan.ended", "closed");
        }

        @Test
        void is_refused_on_evidence_that_was_superseded() {
            given(submitted(), superseded())
                    .when(OFFICE, otherThanSuperseding())
                    .thenRefused("evidence.ended", "EV-2");
        }

        EvidenceCommand otherThanSuperseding() {
            return command();
        }

        @Test
        void is_refused_on_a_day_to_come() {
            given(before()).when(OFFICE, on(TOMORROW)).thenRefused("effective-on.in-future", "1 March 2025");
        }
    }

    @Nested
    class Submitting {
        @Test
        void records_the_evidence() {
            given().when(put(details())).then(new EvidenceSubmitted(PLAN, EVIDENCE, details()));
        }

        @Test
        void the_same_again_records_nothing_whatever_became_of_it() {
            given(submitted()).when(put(details())).thenNothingMore();
            given(submitted(), validated()).when(put(details())).thenNothingMore();
            given(submitted(), withdrawn()).when(put(details())).thenNothingMore();
        }

        @Test
        void says_the_same_in_another_text_of_the_same_words() {
            EvidenceDetails d = details();
            EvidenceDetails same = new EvidenceDetails(
                    d.title(),
                    d.kind(),
                    d.level(),
                    d.period(),
                    ErasableText.of("44 per cent rated good or outstanding"),
                    d.source(),
                    d.sampleSize(),
                    d.supports(),
                    d.visibility());
            given(submitted()).when(put(same)).thenNothingMore();
        }

        @Test
        void other_content_amends_what_nobody_has_judged() {
            given(submitted())
                    .when(put(titled("Other")))
                    .then(new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null));
        }

        @Test
        void other_content_amends_what_was_returned_and_submits_it_again() {
            given(submitted(), returned())
                    .when(put(titled("Other")))
                    .then(new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null));
            given(submitted(), returned(), new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null))
                    .when(OFFICE, new ValidateEvidence(PLAN, EVIDENCE, FEBRUARY_13, null))
                    .then(validated());
        }

        @Test
        void other_content_is_refused_once_it_was_validated() {
            given(submitted(), validated()).when(put(titled("Other"))).thenRefused("evidence.not-submitted", "EV-1");
            given(submitted(), validated(), challenged())
                    .when(put(titled("Other")))
                    .thenRefused("evidence.not-submitted");
            given(submitted(), validated(), challenged(), upheld())
                    .when(put(titled("Other")))
                    .thenRefused("evidence.not-submitted");
        }

        @Test
        void other_content_is_refused_once_it_has_ended() {
            given(submitted(), withdrawn()).when(put(titled("Other"))).thenRefused("evidence.ended", "withdrawn");
            given(submitted(), superseded()).when(put(titled("Other"))).thenRefused("evidence.ended", "EV-2");
        }

        @Test
        void is_refused_if_it_supports_nothing() {
            given().when(put(supporting("x"))).thenRefused("evidence.supports-nothing", "EV-1");
        }

        @Test
        void is_refused_for_an_area_or_theme_that_the_plan_does_not_have() {
            given().when(put(supporting("x", subject(SubjectType.AREA, "PA9"))))
                    .thenRefused("evidence.unknown-area", "area PA9", "PA3");
            given().when(put(supporting("x", subject(SubjectType.THEME, "T9"))))
                    .thenRefused("evidence.unknown-theme", "theme T9", "T1");
        }

        @Test
        void says_so_if_the_plan_has_no_area_at_all() {
            PlanTerms bare = new PlanTerms(PlanState.DRAFT, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
            in(bare).when(put(supporting("x", subject(SubjectType.AREA, "PA9"))))
                    .thenRefused("evidence.unknown-area", "none yet");
        }

        @Test
        void is_refused_for_another_plan() {
            given().when(put(supporting("x", subject(SubjectType.PLAN, "other-plan"))))
                    .thenRefused("evidence.unknown-plan", "other-plan", "oxfordshire-pap");
        }

        @Test
        void may_support_what_the_plan_does_not_list() {
            EvidenceDetails details = supporting(
                    "x",
                    subject(SubjectType.ACTION, "X"),
                    subject(SubjectType.KPI, "X"),
                    subject(SubjectType.VOICE, "X"),
                    subject(SubjectType.FACT, "X"));
            given().when(put(details)).then(new EvidenceSubmitted(PLAN, EVIDENCE, details));
        }

        @Test
        void is_refused_under_the_word_for_what_is_missing() {
            given().when(new SubmitEvidence(PLAN, new EvidenceId("gaps"), details(), null))
                    .thenRefused("evidence.reserved-id");
        }

        @Test
        void is_refused_in_an_unknown_or_ended_plan() {
            in(PlanTerms.FOLD.initial()).when(put(details())).thenRefused("plan.unknown");
            in(plan(PlanState.SUPERSEDED)).when(put(details())).thenRefused("plan.ended");
            given().when(new SubmitEvidence(new PlanId("oxfordshire-pap"), EVIDENCE, details(), null))
                    .then(submitted());
        }
    }

    @Nested
    class Validating extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new ValidateEvidence(PLAN, EVIDENCE, effectiveOn, NOTE);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted()};
        }

        @Test
        void is_recorded_with_its_day_and_note() {
            given(submitted()).when(OFFICE, command()).then(new EvidenceValidated(PLAN, EVIDENCE, FEBRUARY_13, NOTE));
            given(submitted()).when(OFFICE, on(null)).then(new EvidenceValidated(PLAN, EVIDENCE, TODAY, NOTE));
        }

        @Test
        void is_refused_to_the_person_who_submitted_it() {
            given(submitted()).when(LEAD, command()).thenRefused("evidence.submitter-cannot-validate", "EV-1");
        }

        @Test
        void is_refused_to_everyone_who_submitted_or_amended_it() {
            Scenario<Evidence, EvidenceCommand, EvidenceEvent> amended =
                    given(submitted()).given(OFFICE, new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null));
            amended.when(OFFICE, command()).thenRefused("evidence.submitter-cannot-validate");
            given(submitted())
                    .given(OFFICE, new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null))
                    .when(LEAD, command())
                    .thenRefused("evidence.submitter-cannot-validate");
            given(submitted())
                    .given(OFFICE, new EvidenceAmended(PLAN, EVIDENCE, titled("Other"), null))
                    .when(BOARD, command())
                    .then(new EvidenceValidated(PLAN, EVIDENCE, FEBRUARY_13, NOTE));
        }

        @Test
        void of_what_stands_records_nothing() {
            given(submitted(), validated()).when(OFFICE, command()).thenNothingMore();
            given(submitted(), validated(), challenged(), upheld())
                    .when(OFFICE, command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_on_what_does_not_wait_for_it() {
            given(submitted(), returned())
                    .when(OFFICE, command())
                    .thenRefused("evidence.not-submitted", "validated", "returned", "amend");
            given(submitted(), validated(), challenged())
                    .when(OFFICE, command())
                    .thenRefused("evidence.not-submitted", "uphold it");
            given(submitted(), withdrawn()).when(OFFICE, command()).thenRefused("evidence.ended", "withdrawn");
        }
    }

    @Nested
    class Returning extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new ReturnEvidence(PLAN, EVIDENCE, effectiveOn, REASON);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted()};
        }

        @Test
        void is_recorded_with_its_reason() {
            given(submitted()).when(OFFICE, command()).then(new EvidenceReturned(PLAN, EVIDENCE, FEBRUARY_13, REASON));
        }

        @Test
        void is_refused_to_the_person_who_submitted_it() {
            given(submitted()).when(LEAD, command()).thenRefused("evidence.submitter-cannot-validate");
        }

        @Test
        void again_records_nothing() {
            given(submitted(), returned()).when(OFFICE, command()).thenNothingMore();
        }

        @Test
        void is_refused_once_it_was_validated() {
            given(submitted(), validated())
                    .when(OFFICE, command())
                    .thenRefused("evidence.not-submitted", "returned", "validated already");
        }
    }

    @Nested
    class Challenging extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new ChallengeEvidence(PLAN, EVIDENCE, effectiveOn, REASON);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted(), validated()};
        }

        @Test
        void is_recorded_with_its_reason() {
            given(before()).when(FORUM, command()).then(new EvidenceChallenged(PLAN, EVIDENCE, FEBRUARY_13, REASON));
        }

        @Test
        void again_records_nothing() {
            given(submitted(), validated(), challenged()).when(FORUM, command()).thenNothingMore();
        }

        @Test
        void is_possible_once_more_after_it_was_upheld() {
            given(submitted(), validated(), challenged(), upheld())
                    .when(FORUM, command())
                    .then(new EvidenceChallenged(PLAN, EVIDENCE, FEBRUARY_13, REASON));
        }

        @Test
        void is_refused_before_it_was_validated() {
            given(submitted()).when(FORUM, command()).thenRefused("evidence.not-validated", "EV-1");
            given(submitted(), returned()).when(FORUM, command()).thenRefused("evidence.not-validated");
        }
    }

    @Nested
    class Upholding extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new UpholdEvidence(PLAN, EVIDENCE, effectiveOn, NOTE);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted(), validated(), challenged()};
        }

        private Scenario<Evidence, EvidenceCommand, EvidenceEvent> challengedByTheForum() {
            return given(submitted(), validated()).given(FORUM, challenged());
        }

        @Test
        void is_refused_to_the_submitter_who_is_every_lead_here() {
            challengedByTheForum().when(LEAD, command()).thenRefused("evidence.submitter-cannot-validate", "uphold");
        }

        @Test
        void is_recorded_if_neither_challenger_nor_submitter_decides() {
            challengedByTheForum().when(OFFICE, command()).then(new EvidenceUpheld(PLAN, EVIDENCE, FEBRUARY_13, NOTE));
        }

        @Test
        void is_refused_to_the_person_who_challenged_it() {
            challengedByTheForum().when(FORUM, command()).thenRefused("evidence.challenger-cannot-uphold", "EV-1");
        }

        @Test
        void again_records_nothing() {
            given(submitted(), validated(), challenged(), upheld())
                    .when(OFFICE, command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_if_nobody_challenged_it() {
            given(submitted(), validated()).when(OFFICE, command()).thenRefused("evidence.not-challenged", "EV-1");
            given(submitted()).when(OFFICE, command()).thenRefused("evidence.not-challenged");
        }
    }

    @Nested
    class Withdrawing extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new WithdrawEvidence(PLAN, EVIDENCE, effectiveOn, REASON);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted(), validated(), challenged()};
        }

        @Test
        void is_possible_at_any_time_and_to_anyone() {
            EvidenceWithdrawn withdrawn = new EvidenceWithdrawn(PLAN, EVIDENCE, FEBRUARY_13, REASON);
            given(submitted()).when(LEAD, command()).then(withdrawn);
            given(submitted(), returned()).when(LEAD, command()).then(withdrawn);
            given(submitted(), validated()).when(OFFICE, command()).then(withdrawn);
            given(before()).when(OFFICE, command()).then(withdrawn);
        }

        @Test
        void again_records_nothing() {
            given(submitted(), withdrawn()).when(OFFICE, command()).thenNothingMore();
        }
    }

    @Nested
    class Superseding extends On_evidence {
        @Override
        EvidenceCommand on(BusinessDate effectiveOn) {
            return new SupersedeEvidence(PLAN, EVIDENCE, effectiveOn, OTHER, REASON);
        }

        @Override
        EvidenceEvent[] before() {
            return new EvidenceEvent[] {submitted(), validated()};
        }

        @Override
        EvidenceCommand otherThanSuperseding() {
            return new SupersedeEvidence(PLAN, EVIDENCE, null, new EvidenceId("EV-3"), null);
        }

        @Test
        void names_what_takes_its_place() {
            given(before())
                    .when(OFFICE, command())
                    .then(new EvidenceSuperseded(PLAN, EVIDENCE, FEBRUARY_13, OTHER, REASON));
        }

        @Test
        void by_the_same_again_records_nothing() {
            given(submitted(), superseded()).when(OFFICE, command()).thenNothingMore();
        }

        @Test
        void is_refused_by_itself() {
            given(before())
                    .when(OFFICE, new SupersedeEvidence(PLAN, EVIDENCE, null, EVIDENCE, null))
                    .thenRefused("evidence.supersedes-itself", "EV-1");
        }

        @Test
        void is_refused_once_withdrawn() {
            given(submitted(), withdrawn()).when(OFFICE, command()).thenRefused("evidence.ended", "withdrawn");
        }
    }

    @Test
    void the_state_remembers_what_happened_last() {
        Evidence state = given(submitted(), validated(), challenged(), upheld(), superseded())
                .state();
        assertThat(state.state()).isEqualTo(EvidenceState.SUPERSEDED);
        assertThat(state.supersededBy()).isEqualTo(OTHER);
    }
}
