package org.paptracker.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.VoiceEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogMetadata;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.guard.GuardOverrideView;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.redaction.RedactionView;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.voice.VoiceView;

/** A short history, as the log would hold it: told in the order of recording. */
public final class Story {
    private static final Instant BEGINNING = Instant.parse("2025-01-01T09:00:00Z");

    private final List<Recorded<DomainEvent>> entries = new ArrayList<>();

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
                    BEGINNING.plusSeconds(60L * position),
                    stream,
                    sequence,
                    who,
                    event));
        }
        return this;
    }

    public static String stream(DomainEvent event) {
        if (event instanceof ActionEvent action) return "action:" + action.plan() + "/" + action.action();
        if (event instanceof VoiceEvent voice) return "voice:" + voice.plan() + "/" + voice.voice();
        if (event instanceof RiskEvent risk) return "risk:" + risk.plan() + "/" + risk.risk();
        if (event instanceof DecisionEvent decision) return "decision:" + decision.plan() + "/" + decision.decision();
        if (event instanceof StocktakeEvent stocktake) {
            return "stocktake:" + stocktake.plan() + "/" + stocktake.stocktake();
        }
        if (event instanceof EvidenceEvent evidence) {
            return "evidence:" + evidence.plan() + "/" + evidence.evidence();
        }
        if (event instanceof KpiEvent kpi) return "kpi:" + kpi.plan() + "/" + kpi.kpi();
        if (event instanceof RedactionEvent redaction) return "redaction:" + redaction.redaction();
        if (event instanceof GuardEvent guard) return "guard-override:" + guard.plan() + "/" + guard.override();
        return "plan:" + event.plan();
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
        return fold(ActionView.FOLD, ActionEvent.class, "action:oxfordshire-pap/PA3-01");
    }

    public EvidenceView evidence(String id) {
        return fold(EvidenceView.FOLD, EvidenceEvent.class, "evidence:oxfordshire-pap/" + id);
    }

    public KpiView kpi(String code) {
        return fold(KpiView.FOLD, KpiEvent.class, "kpi:oxfordshire-pap/" + code);
    }

    public MilestoneView milestone() {
        return action().milestone(History.MILESTONE).orElseThrow();
    }

    public PlanView plan() {
        return fold(PlanView.FOLD, PlanEvent.class, "plan:oxfordshire-pap");
    }

    public VoiceView voice() {
        return fold(VoiceView.FOLD, VoiceEvent.class, "voice:oxfordshire-pap/" + History.VOICE);
    }

    public RiskView risk() {
        return fold(RiskView.FOLD, RiskEvent.class, "risk:oxfordshire-pap/" + History.RISK);
    }

    public DecisionView decision() {
        return fold(DecisionView.FOLD, DecisionEvent.class, "decision:oxfordshire-pap/" + History.DECISION);
    }

    public StocktakeView stocktake() {
        return fold(StocktakeView.FOLD, StocktakeEvent.class, "stocktake:oxfordshire-pap/" + History.STOCKTAKE);
    }

    public RedactionView redaction() {
        return fold(RedactionView.FOLD, RedactionEvent.class, "redaction:" + History.REDACTION);
    }

    public GuardOverrideView guardOverride(String code) {
        return fold(GuardOverrideView.FOLD, GuardEvent.class, "guard-override:oxfordshire-pap/" + code);
    }

    private <V, E extends DomainEvent> V fold(Fold<V, E> fold, Class<E> family, String stream) {
        return fold.over(entries.stream()
                .filter(entry -> entry.stream().equals(stream))
                .map(entry -> entry.as(family))
                .toList());
    }
}
