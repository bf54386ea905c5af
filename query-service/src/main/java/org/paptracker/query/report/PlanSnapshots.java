package org.paptracker.query.report;

import java.util.List;
import org.paptracker.query.action.Actions;
import org.paptracker.query.decision.Decisions;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.gaps.PlanContents;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.kpi.Kpis;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.progress.Grouping;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.risk.Risks;
import org.paptracker.query.stocktake.Stocktakes;
import org.paptracker.query.voice.Voices;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Reads a whole plan as at one moment, each part of it once. */
@Component
class PlanSnapshots {
    private final Plans plans;
    private final Actions actions;
    private final Evidences evidence;
    private final Gaps gaps;
    private final Kpis kpis;
    private final Voices voices;
    private final Risks risks;
    private final Decisions decisions;
    private final Stocktakes stocktakes;

    PlanSnapshots(
            Plans plans,
            Actions actions,
            Evidences evidence,
            Gaps gaps,
            Kpis kpis,
            Voices voices,
            Risks risks,
            Decisions decisions,
            Stocktakes stocktakes) {
        this.plans = plans;
        this.actions = actions;
        this.evidence = evidence;
        this.gaps = gaps;
        this.kpis = kpis;
        this.voices = voices;
        this.risks = risks;
        this.decisions = decisions;
        this.stocktakes = stocktakes;
    }

    /** @throws org.paptracker.platform.http.Refused {@code plan.unknown} if there was no such plan */
    PlanSnapshot of(PlanId plan, AsAt asAt) {
        PlanContents contents = new PlanContents(
                plans.get(plan, asAt),
                actions.of(plan, asAt),
                evidence.of(plan, asAt),
                kpis.of(plan, asAt),
                voices.of(plan, asAt),
                asAt.day());
        Proofs proofs = contents.proofs();
        List<PlanProgress.Report> reports = PlanProgress.of(
                contents.plan(), contents.actions(), proofs, contents.day(), Grouping.AREA, Grouping.THEME);
        return new PlanSnapshot(
                asAt,
                contents.plan(),
                reports.get(0),
                reports.get(1),
                contents.actions(),
                proofs,
                contents.evidence(),
                gaps.of(contents),
                contents.kpis(),
                contents.voices(),
                risks.of(plan, asAt),
                decisions.of(plan, asAt),
                stocktakes.of(plan, asAt));
    }
}
