package org.paptracker.command.evidence;

import static org.paptracker.command.Refused.because;
import static org.paptracker.command.evidence.Examples.*;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.evidence.EvidenceCommand.ChallengeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ReturnEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SubmitEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SupersedeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.UpholdEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ValidateEvidence;
import org.paptracker.command.evidence.EvidenceCommand.WithdrawEvidence;
import org.paptracker.command.platform.axon.ShellFixture;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.values.plan.PlanState;

class EvidenceAggregateTest {
    private static final Map<String, Object> BY_LEAD = Map.of("actor", "lead-t1", "role", "WORKSTREAM_LEAD");
    private static final Map<String, Object> BY_OFFICE = Map.of("actor", "office", "role", "PROGRAMME_OFFICE");
    private static final Map<String, Object> BY_BOARD = Map.of("actor", "board", "role", "BOARD");
    private static final Map<String, Object> BY_FORUM = Map.of("actor", "forum", "role", "PARENT_CARER_FORUM");

    private FixtureConfiguration<EvidenceAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = ShellFixture.of(
                EvidenceAggregate.class,
                plan -> GivenContext.on(Scenario.TODAY)
                        .in(plan.equals(PLAN) ? plan(PlanState.PUBLISHED) : PlanTerms.FOLD.initial()));
    }

    private static GenericDomainEventMessage<?> by(Map<String, Object> actor, long sequence, Object event) {
        return new GenericDomainEventMessage<>("evidence", "evidence:oxfordshire-pap/EV-1", sequence, event, actor);
    }

    private static SubmitEvidence submit() {
        return new SubmitEvidence(PLAN, EVIDENCE, details(), null);
    }

    private static ValidateEvidence validate() {
        return new ValidateEvidence(PLAN, EVIDENCE, null, null);
    }

    @Test
    void is_submitted_under_the_terms_of_its_plan() {
        fixture.givenNoPriorActivity().when(submit()).expectEvents(submitted()).expectResultMessagePayload(0L);
    }

    @Test
    void remembers_who_submitted_by_the_events_metadata() {
        fixture.given(by(BY_LEAD, 0, submitted()))
                .when(validate(), BY_LEAD)
                .expectException(because("evidence.submitter-cannot-validate"));
        fixture.given(by(BY_LEAD, 0, submitted()))
                .when(validate(), BY_OFFICE)
                .expectEvents(new EvidenceValidated(PLAN, EVIDENCE, TODAY, null))
                .expectResultMessagePayload(1L);
    }

    @Test
    void remembers_who_challenged() {
        List<GenericDomainEventMessage<?>> story =
                List.of(by(BY_LEAD, 0, submitted()), by(BY_OFFICE, 1, validated()), by(BY_FORUM, 2, challenged()));
        fixture.given(story)
                .when(new UpholdEvidence(PLAN, EVIDENCE, null, NOTE), BY_FORUM)
                .expectException(because("evidence.challenger-cannot-uphold"));
        fixture.given(story)
                .when(new UpholdEvidence(PLAN, EVIDENCE, null, NOTE), BY_OFFICE)
                .expectException(because("evidence.validator-cannot-uphold"));
        fixture.given(story)
                .when(new UpholdEvidence(PLAN, EVIDENCE, null, NOTE), BY_BOARD)
                .expectEvents(new EvidenceUpheld(PLAN, EVIDENCE, TODAY, NOTE));
    }

    @Test
    void does_whatever_else_its_decider_decides() {
        fixture.given(by(BY_LEAD, 0, submitted()))
                .when(new ReturnEvidence(PLAN, EVIDENCE, null, REASON), BY_OFFICE)
                .expectEvents(new EvidenceReturned(PLAN, EVIDENCE, TODAY, REASON));
        fixture.given(submitted(), validated())
                .when(new ChallengeEvidence(PLAN, EVIDENCE, null, REASON), BY_FORUM)
                .expectEvents(new EvidenceChallenged(PLAN, EVIDENCE, TODAY, REASON));
        fixture.given(submitted())
                .when(new WithdrawEvidence(PLAN, EVIDENCE, null, REASON))
                .expectEvents(new EvidenceWithdrawn(PLAN, EVIDENCE, TODAY, REASON));
        fixture.given(submitted())
                .when(new SupersedeEvidence(PLAN, EVIDENCE, null, OTHER, null))
                .expectEvents(new EvidenceSuperseded(PLAN, EVIDENCE, TODAY, OTHER, null));
    }

    @Test
    void is_not_changed_by_someone_who_saw_an_older_version() {
        fixture.given(submitted(), returned())
                .when(new SubmitEvidence(PLAN, EVIDENCE, titled("Other"), null), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }
}
