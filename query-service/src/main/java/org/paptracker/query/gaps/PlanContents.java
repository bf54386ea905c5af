package org.paptracker.query.gaps;

import java.time.LocalDate;
import java.util.List;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.voice.VoiceView;

/**
 * What is in a plan as at one moment, as far as gaps are looked for in it. Lists are in order of code.
 *
 * @param day Europe/London, from which it is seen
 */
public record PlanContents(
        PlanView plan,
        List<ActionView> actions,
        List<EvidenceView> evidence,
        List<KpiView> kpis,
        List<VoiceView> voices,
        LocalDate day) {
    /** What of the evidence stands. */
    public Proofs proofs() {
        return Evidences.proofs(evidence);
    }
}
