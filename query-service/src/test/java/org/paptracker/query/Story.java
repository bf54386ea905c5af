package org.paptracker.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogMetadata;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.guard.GuardOverrideView;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.history.Slice;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.redaction.RedactionView;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.voice.VoiceView;

/** A short history, as the log would hold it: told in the order of recording. */
public final class Story {
    private static final Instant BEGINNING = Instant.parse("2025-06-30T09:00:00Z");

    private Instant clock = BEGINNING;
    private final List<Recorded<DomainEvent>> entries = new ArrayList<>();

    /** What is told from here on is recorded at that instant and after it. */
    public Story from(String instant) {
        clock = Instant.parse(instant);
        return this;
    }

    public Story by(Provenance who, DomainEvent... events) {
        for (DomainEvent event : events) {
            String stream = stream(event);
            long sequence = entries.stream()
                    .filter(entry -> entry.stream().equals(stream))
                    .count();
            long position = entries.size() + 1L;
            entries.add(new Recorded<>(
                    position,
                    UUID.randomUUID().toString(),
                    clock.plusSeconds(60L * position),
                    stream,
                    sequence,
                    who,
                    event));
        }
        return this;
    }

    public static String stream(DomainEvent event) {
        return event.stream();
    }

    /**
     * Events as the log takes them, each the next of its own stream.
     *
     * @param lengths of the streams so far, by name; they grow
     */
    public static List<DomainEventMessage<?>> messages(
            List<? extends DomainEvent> events, Map<String, Long> lengths, Provenance by) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (DomainEvent event : events) {
            String stream = stream(event);
            String type = stream.substring(0, stream.indexOf(':'));
            long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
            messages.add(new GenericDomainEventMessage<>(type, stream, sequence, event, LogMetadata.of(by)));
        }
        return messages;
    }

    /** Position of what was told last. */
    public long position() {
        return entries.size();
    }

    public ActionView action() {
        return view(ActionView.class, History.ACTION);
    }

    /** As at another time; empty if it did not exist by then. */
    public Optional<ActionView> action(AsAt asAt) {
        List<Recorded<DomainEvent>> history = entries.stream()
                .filter(entry -> entry.event() instanceof ActionEvent)
                .toList();
        return org.paptracker.query.history.History.view(history, ActionView.FOLD, ActionEvent.class, asAt);
    }

    public EvidenceView evidence(String id) {
        return view(EvidenceView.class, id);
    }

    public KpiView kpi(String code) {
        return view(KpiView.class, code);
    }

    public MilestoneView milestone() {
        return action().milestone(History.MILESTONE).orElseThrow();
    }

    public PlanView plan() {
        return view(PlanView.class, History.PLAN);
    }

    public VoiceView voice() {
        return view(VoiceView.class, History.VOICE);
    }

    public RiskView risk() {
        return view(RiskView.class, History.RISK);
    }

    public DecisionView decision() {
        return view(DecisionView.class, History.DECISION);
    }

    public StocktakeView stocktake() {
        return view(StocktakeView.class, History.STOCKTAKE);
    }

    public RedactionView redaction() {
        return view(RedactionView.class, History.REDACTION);
    }

    public GuardOverrideView guardOverride(String code) {
        return view(GuardOverrideView.class, code);
    }

    /** The view of that kind, of the story's plan, that has this code. */
    public <V extends View> V view(Class<V> type, Object code) {
        return EverySlice.all().stream()
                .filter(slice -> slice.view() == type)
                .map(slice -> type.cast(fold(slice, code)))
                .findFirst()
                .orElseThrow();
    }

    private <V extends View, E extends DomainEvent> V fold(Slice<V, E> slice, Object code) {
        return slice.fold()
                .over(entries.stream()
                        .filter(entry -> slice.family().isInstance(entry.event()))
                        .filter(entry -> Set.of("/" + code, ":" + code).stream().anyMatch(entry.stream()::endsWith))
                        .map(entry -> entry.as(slice.family()))
                        .toList());
    }
}
