package org.paptracker.command.platform.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.paptracker.command.platform.rules.AccountableBodies;
import org.paptracker.command.platform.rules.NamedAction;
import org.paptracker.command.platform.rules.NamedDecision;
import org.paptracker.command.platform.rules.NamedEvidence;
import org.paptracker.command.platform.rules.NamedKpi;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.Predecessors;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Recordings;
import org.paptracker.platform.security.PlanLine;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.plan.PlanId;

/** Looks up in the log what a command names. Each stream is read once for all that is recorded together. */
record NamedInPlan(PlanId plan, Function<String, DomainEventStream> streams, Supplier<PlanTerms> terms)
        implements WriteAccess.Others {

    @Override
    public boolean isPlan() {
        return terms.get().state() != null;
    }

    @Override
    public Set<PlanId> line() {
        return PlanLine.of(
                plan,
                one -> folded(Streams.of(one), PlanEvent.class, Predecessors.FOLD, Predecessors.class)
                        .plans());
    }

    @Override
    public NamedAction action(ActionCode action) {
        return folded(
                Streams.of(ActionEvent.class, plan, action), ActionEvent.class, NamedAction.FOLD, NamedAction.class);
    }

    @Override
    public NamedKpi kpi(KpiCode kpi) {
        return folded(Streams.of(KpiEvent.class, plan, kpi), KpiEvent.class, NamedKpi.FOLD, NamedKpi.class);
    }

    @Override
    public NamedEvidence evidence(EvidenceId evidence) {
        return folded(
                Streams.of(EvidenceEvent.class, plan, evidence),
                EvidenceEvent.class,
                NamedEvidence.FOLD,
                NamedEvidence.class);
    }

    @Override
    public NamedDecision decision(DecisionId decision) {
        return folded(
                Streams.of(DecisionEvent.class, plan, decision),
                DecisionEvent.class,
                NamedDecision.FOLD,
                NamedDecision.class);
    }

    @Override
    public AccountableBodies bodies() {
        return folded(Streams.of(plan), PlanEvent.class, AccountableBodies.FOLD, AccountableBodies.class);
    }

    private <S, E extends DomainEvent> S folded(String stream, Class<E> family, Fold<S, E> fold, Class<S> type) {
        String what = type.getSimpleName() + "." + stream;
        return CommandContextResolver.onceInThisUnit(what, type, () -> fold.over(history(streams, stream, family)));
    }

    static <E extends DomainEvent> List<Recorded<E>> history(
            Function<String, DomainEventStream> streams, String stream, Class<E> family) {
        List<Recorded<E>> history = new ArrayList<>();
        streams.apply(stream)
                .forEachRemaining(message -> history.add(Recordings.of(message).as(family)));
        return history;
    }
}
