package org.paptracker.command.platform.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.paptracker.command.platform.rules.AccountableBodies;
import org.paptracker.command.platform.rules.NamedAction;
import org.paptracker.command.platform.rules.NamedEvidence;
import org.paptracker.command.platform.rules.NamedKpi;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Recordings;
import org.paptracker.values.action.ActionCode;
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
    public NamedAction action(ActionCode action) {
        String stream = Streams.of(ActionEvent.class, plan, action);
        return CommandContextResolver.onceInThisUnit(
                "named." + stream,
                NamedAction.class,
                () -> NamedAction.FOLD.over(history(streams, stream, ActionEvent.class)));
    }

    @Override
    public NamedKpi kpi(KpiCode kpi) {
        String stream = Streams.of(KpiEvent.class, plan, kpi);
        return CommandContextResolver.onceInThisUnit(
                "named." + stream, NamedKpi.class, () -> NamedKpi.FOLD.over(history(streams, stream, KpiEvent.class)));
    }

    @Override
    public NamedEvidence evidence(EvidenceId evidence) {
        String stream = Streams.of(EvidenceEvent.class, plan, evidence);
        return CommandContextResolver.onceInThisUnit(
                "named." + stream,
                NamedEvidence.class,
                () -> NamedEvidence.FOLD.over(history(streams, stream, EvidenceEvent.class)));
    }

    @Override
    public AccountableBodies bodies() {
        String stream = Streams.of(plan);
        return CommandContextResolver.onceInThisUnit(
                "bodies." + stream,
                AccountableBodies.class,
                () -> AccountableBodies.FOLD.over(history(streams, stream, PlanEvent.class)));
    }

    static <E extends DomainEvent> List<Recorded<E>> history(
            Function<String, DomainEventStream> streams, String stream, Class<E> family) {
        List<Recorded<E>> history = new ArrayList<>();
        streams.apply(stream)
                .forEachRemaining(message -> history.add(Recordings.of(message).as(family)));
        return history;
    }
}
