package org.paptracker.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/**
 * The one place that names events. The log holds these names and never a class name, so that classes may move. A name
 * is for ever; so is its meaning.
 */
public final class EventNames {
    /** The revision written today. A changed shape raises it for that event and comes with an upcaster. */
    public static final String REVISION = "1";

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = Map.ofEntries(
            Map.entry("plan-registered", PlanEvent.PlanRegistered.class),
            Map.entry("plan-amended", PlanEvent.PlanAmended.class),
            Map.entry("plan-area-added", PlanEvent.AreaAdded.class),
            Map.entry("plan-approved", PlanEvent.PlanApproved.class),
            Map.entry("plan-published", PlanEvent.PlanPublished.class),
            Map.entry("plan-superseded", PlanEvent.PlanSuperseded.class),
            Map.entry("plan-took-over", PlanEvent.PlanTookOver.class),
            Map.entry("plan-closed", PlanEvent.PlanClosed.class),
            Map.entry("inspection-recorded", PlanEvent.InspectionRecorded.class),
            Map.entry("improvement-notice-issued", PlanEvent.ImprovementNoticeIssued.class),
            Map.entry("action-agreed", ActionEvent.ActionAgreed.class),
            Map.entry("action-amended", ActionEvent.ActionAmended.class),
            Map.entry("action-started", ActionEvent.ActionStarted.class),
            Map.entry("action-paused", ActionEvent.ActionPaused.class),
            Map.entry("action-resumed", ActionEvent.ActionResumed.class),
            Map.entry("action-delivered", ActionEvent.ActionDelivered.class),
            Map.entry("action-embedded", ActionEvent.ActionEmbedded.class),
            Map.entry("action-cancelled", ActionEvent.ActionCancelled.class),
            Map.entry("action-transferred", ActionEvent.ActionTransferred.class),
            Map.entry("action-received", ActionEvent.ActionReceived.class),
            Map.entry("action-assessed", ActionEvent.ActionAssessed.class),
            Map.entry("milestone-added", ActionEvent.MilestoneAdded.class),
            Map.entry("milestone-amended", ActionEvent.MilestoneAmended.class),
            Map.entry("milestone-progress-recorded", ActionEvent.MilestoneProgressRecorded.class),
            Map.entry("milestone-due-date-forecast", ActionEvent.DueDateForecast.class),
            Map.entry("milestone-completion-claimed", ActionEvent.CompletionClaimed.class),
            Map.entry("milestone-completion-verified", ActionEvent.CompletionVerified.class),
            Map.entry("milestone-completion-rejected", ActionEvent.CompletionRejected.class),
            Map.entry("milestone-embedded", ActionEvent.MilestoneEmbedded.class),
            Map.entry("milestone-reopened", ActionEvent.MilestoneReopened.class),
            Map.entry("milestone-assessed", ActionEvent.MilestoneAssessed.class),
            Map.entry("milestone-rebaseline-proposed", ActionEvent.RebaselineProposed.class),
            Map.entry("milestone-rebaseline-approved", ActionEvent.RebaselineApproved.class),
            Map.entry("milestone-rebaseline-refused", ActionEvent.RebaselineRefused.class),
            Map.entry("evidence-submitted", EvidenceEvent.EvidenceSubmitted.class),
            Map.entry("evidence-amended", EvidenceEvent.EvidenceAmended.class),
            Map.entry("evidence-validated", EvidenceEvent.EvidenceValidated.class),
            Map.entry("evidence-returned", EvidenceEvent.EvidenceReturned.class),
            Map.entry("evidence-challenged", EvidenceEvent.EvidenceChallenged.class),
            Map.entry("evidence-upheld", EvidenceEvent.EvidenceUpheld.class),
            Map.entry("evidence-withdrawn", EvidenceEvent.EvidenceWithdrawn.class),
            Map.entry("evidence-superseded", EvidenceEvent.EvidenceSuperseded.class),
            Map.entry("guard-override-granted", GuardEvent.GuardOverrideGranted.class),
            Map.entry("guard-override-used", GuardEvent.GuardOverrideUsed.class),
            Map.entry("kpi-defined", KpiEvent.KpiDefined.class),
            Map.entry("kpi-amended", KpiEvent.KpiAmended.class),
            Map.entry("kpi-target-set", KpiEvent.KpiTargetSet.class),
            Map.entry("measurement-recorded", KpiEvent.MeasurementRecorded.class),
            Map.entry("measurement-revised", KpiEvent.MeasurementRevised.class),
            Map.entry("measurement-withdrawn", KpiEvent.MeasurementWithdrawn.class),
            Map.entry("voice-heard", VoiceEvent.VoiceHeard.class),
            Map.entry("voice-amended", VoiceEvent.VoiceAmended.class),
            Map.entry("voice-responded", VoiceEvent.VoiceResponded.class),
            Map.entry("voice-closed", VoiceEvent.VoiceClosed.class),
            Map.entry("risk-identified", RiskEvent.RiskIdentified.class),
            Map.entry("risk-amended", RiskEvent.RiskAmended.class),
            Map.entry("risk-scored", RiskEvent.RiskScored.class),
            Map.entry("risk-mitigation-planned", RiskEvent.MitigationPlanned.class),
            Map.entry("risk-escalated", RiskEvent.RiskEscalated.class),
            Map.entry("risk-returned", RiskEvent.RiskReturned.class),
            Map.entry("risk-accepted", RiskEvent.RiskAccepted.class),
            Map.entry("risk-closed", RiskEvent.RiskClosed.class),
            Map.entry("decision-made", DecisionEvent.DecisionMade.class),
            Map.entry("decision-amended", DecisionEvent.DecisionAmended.class),
            Map.entry("decision-implemented", DecisionEvent.DecisionImplemented.class),
            Map.entry("decision-deferred", DecisionEvent.DecisionDeferred.class),
            Map.entry("decision-superseded", DecisionEvent.DecisionSuperseded.class),
            Map.entry("stocktake-scheduled", StocktakeEvent.StocktakeScheduled.class),
            Map.entry("stocktake-amended", StocktakeEvent.StocktakeAmended.class),
            Map.entry("stocktake-frozen", StocktakeEvent.StocktakeFrozen.class),
            Map.entry("stocktake-feedback-given", StocktakeEvent.FeedbackGiven.class),
            Map.entry("stocktake-finding-answered", StocktakeEvent.FindingAnswered.class),
            Map.entry("stocktake-closed", StocktakeEvent.StocktakeClosed.class),
            Map.entry("redaction-proposed", RedactionEvent.RedactionProposed.class),
            Map.entry("redaction-declined", RedactionEvent.RedactionDeclined.class),
            Map.entry("redaction-confirmed", RedactionEvent.RedactionConfirmed.class),
            Map.entry("content-redacted", RedactionEvent.ContentRedacted.class));

    private static final Map<Class<?>, String> BY_TYPE = new HashMap<>();

    static {
        BY_NAME.forEach((name, type) -> {
            if (BY_TYPE.put(type, name) != null) throw new IllegalStateException("Two names for " + type);
        });
    }

    private EventNames() {}

    /** Every name, in no order. */
    public static Set<String> all() {
        return BY_NAME.keySet();
    }

    /** The name of an event's type; null if it is not an event of the domain. */
    public static @Nullable String of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    /** The type that a name stands for; null if the name is unknown. */
    public static @Nullable Class<? extends DomainEvent> type(String name) {
        return BY_NAME.get(name);
    }
}
