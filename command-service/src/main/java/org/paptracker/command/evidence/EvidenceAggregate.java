package org.paptracker.command.evidence;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.evidence.EvidenceCommand.ChallengeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ReturnEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SubmitEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SupersedeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.UpholdEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ValidateEvidence;
import org.paptracker.command.evidence.EvidenceCommand.WithdrawEvidence;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.values.evidence.EvidenceDetails;

/** The shell that Axon needs round the decider of a piece of evidence, and nothing more. */
@Aggregate(type = "evidence")
class EvidenceAggregate extends EventSourced<Evidence, EvidenceEvent> {
    EvidenceAggregate() {
        super(Evidence.FOLD);
    }

    @Decides
    Long handle(SubmitEvidence command, PlanTerms plan) {
        return record(EvidenceDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(ValidateEvidence command, PlanTerms plan, Actor actor, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(ReturnEvidence command, PlanTerms plan, Actor actor, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(ChallengeEvidence command, PlanTerms plan, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(UpholdEvidence command, PlanTerms plan, Actor actor, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(WithdrawEvidence command, PlanTerms plan, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(SupersedeEvidence command, PlanTerms plan, Clock clock) {
        return record(EvidenceDecider.decide(state(), command, plan, today(clock)));
    }

    /** Of what it supports, and of what it is to support from now on. */
    @Override
    protected void requireOwn(Command command, WriteAccess access) {
        EvidenceDetails details = state().details();
        if (details != null) access.requireEvidence(details.supports());
        if (command instanceof SubmitEvidence submit)
            access.requireEvidence(submit.details().supports());
    }

    @EventSourcingHandler
    void on(EvidenceEvent event, DomainEventMessage<EvidenceEvent> message) {
        recorded(event.stream(), message);
    }
}
