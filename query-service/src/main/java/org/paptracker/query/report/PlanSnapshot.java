package org.paptracker.query.report;

import java.util.List;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.gaps.Gap;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.voice.VoiceView;

/** A whole plan as at one moment. Lists are in order of code. */
public record PlanSnapshot(
        AsAt asAt,
        PlanView plan,
        PlanProgress.Report byArea,
        PlanProgress.Report byTheme,
        List<ActionView> actions,
        Proofs proofs,
        List<EvidenceView> evidence,
        List<Gap> gaps,
        List<KpiView> kpis,
        List<VoiceView> voices,
        List<RiskView> risks,
        List<DecisionView> decisions,
        List<StocktakeView> stocktakes) {}
