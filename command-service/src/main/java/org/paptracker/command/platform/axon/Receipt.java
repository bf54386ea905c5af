package org.paptracker.command.platform.axon;

import java.util.List;
import java.util.Set;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.log.Commit;
import org.paptracker.log.EventNames;

/**
 * What became of a command.
 *
 * @param version sequence of the stream's last event, from 0
 * @param position of the last event recorded; the log's head if nothing had to be
 * @param created whether what the command speaks of is new
 */
public record Receipt(long version, long position, boolean created) {
    private static final Set<String> CREATING = Set.copyOf(List.of(
            String.valueOf(EventNames.of(PlanRegistered.class)),
            String.valueOf(EventNames.of(ActionAgreed.class)),
            String.valueOf(EventNames.of(MilestoneAdded.class)),
            String.valueOf(EventNames.of(VoiceHeard.class)),
            String.valueOf(EventNames.of(RiskIdentified.class)),
            String.valueOf(EventNames.of(RedactionProposed.class)),
            String.valueOf(EventNames.of(DecisionMade.class)),
            String.valueOf(EventNames.of(StocktakeScheduled.class)),
            String.valueOf(EventNames.of(EvidenceSubmitted.class)),
            String.valueOf(EventNames.of(GuardOverrideGranted.class)),
            String.valueOf(EventNames.of(KpiDefined.class)),
            String.valueOf(EventNames.of(MeasurementRecorded.class))));

    /** Of the stream that was addressed: what others recorded alongside it is not its version. */
    static Receipt of(Commit commit, String stream) {
        List<Commit.Entry> own = commit.entries().stream()
                .filter(entry -> stream.equals(entry.stream()))
                .toList();
        return new Receipt(
                own.get(own.size() - 1).sequence(),
                commit.position(),
                own.stream().anyMatch(entry -> CREATING.contains(entry.type())));
    }
}
