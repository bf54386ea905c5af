package org.paptracker.query.pack;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.action.ActionItem;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.action.MilestoneItem;
import org.paptracker.query.changes.Changes;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.decision.Decisions;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.kpi.KpiItem;
import org.paptracker.query.kpi.Kpis;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.progress.Grouping;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.risk.Risks;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.query.stocktake.Stocktakes;
import org.paptracker.query.voice.Voices;
import org.paptracker.values.ActionCode;
import org.paptracker.values.ActionState;
import org.paptracker.values.EvidenceLevel;
import org.paptracker.values.PlanId;
import org.paptracker.values.StocktakeCode;
import org.springframework.stereotype.Component;

/** Makes the pack of a frozen stocktake, from the history up to its cut-off and nothing else. */
@Component
class Packs {
    private final Stocktakes stocktakes;
    private final Plans plans;
    private final PlanProgress progress;
    private final Actions actions;
    private final Proofs.Source proofs;
    private final Evidences evidence;
    private final Gaps gaps;
    private final Kpis kpis;
    private final Voices voices;
    private final Risks risks;
    private final Decisions decisions;
    private final Changes changes;
    private final ProjectionPositions positions;

    Packs(
            Stocktakes stocktakes,
            Plans plans,
            PlanProgress progress,
            Actions actions,
            Proofs.Source proofs,
            Evidences evidence,
            Gaps gaps,
            Kpis kpis,
            Voices voices,
            Risks risks,
            Decisions decisions,
            Changes changes,
            ProjectionPositions positions) {
        this.stocktakes = stocktakes;
        this.plans = plans;
        this.progress = progress;
        this.actions = actions;
        this.proofs = proofs;
        this.evidence = evidence;
        this.gaps = gaps;
        this.kpis = kpis;
        this.voices = voices;
        this.risks = risks;
        this.decisions = decisions;
        this.changes = changes;
        this.positions = positions;
    }

    /**
     * @throws Refused {@code stocktake.unknown}; {@code stocktake.not-frozen} while there is no cut-off; {@code
     *     view.behind} while the views have not come to it
     */
    Pack of(PlanId plan, StocktakeCode code, AsAt now) {
        CutOff cutOff = stocktakes.get(plan, code, now).cutOff();
        if (cutOff == null) throw notFrozen(code);
        positions.require(cutOff.position());
        AsAt then = cutOff.asAt();
        List<StocktakeView> before = stocktakes.of(plan, then);
        Optional<StocktakeView> previous = previous(before);
        Proofs standing = proofs.proofs(plan, then);
        List<ActionView> all = actions.of(plan, then);
        List<PlanProgress.Report> reports = progress.of(plan, then, Grouping.AREA, Grouping.THEME);
        return new Pack(
                Pack.FORMAT,
                plan,
                occasion(before, code),
                cutOff,
                previous.map(Packs::previous).orElse(null),
                new Pack.State(
                        plans.get(plan, then),
                        reports.get(0),
                        reports.get(1),
                        all.stream()
                                .map(action -> Pack.Action.of(ActionItem.of(action, then.day(), standing)))
                                .toList(),
                        all.stream()
                                .flatMap(action -> action.milestones().stream()
                                        .map(milestone -> MilestoneItem.of(action, milestone, then.day(), standing)))
                                .toList()),
                previous.map(frozen -> changes.between(plan, cutOffOf(frozen).asAt(), then))
                        .orElse(null),
                new Pack.Evidence(byLevel(evidence.of(plan, then)), gaps.of(plan, then)),
                kpis.of(plan, then).stream()
                        .map(kpi -> KpiItem.of(kpi, then.day()))
                        .toList(),
                voices.of(plan, then),
                risks.of(plan, then),
                decisions.of(plan, then).stream()
                        .map(decision -> DecisionItem.of(decision, then.day()))
                        .toList(),
                OpenRecommendation.of(before, states(all)));
    }

    private static Refused notFrozen(StocktakeCode code) {
        return new Refused(Problem.of(
                409,
                "stocktake.not-frozen",
                "Stocktake %s has no cut-off yet, so there is no pack. Freeze it first.".formatted(code)));
    }

    private static Pack.Occasion occasion(List<StocktakeView> before, StocktakeCode code) {
        return before.stream()
                .filter(stocktake -> stocktake.code().equals(code))
                .map(stocktake -> new Pack.Occasion(code, stocktake.details()))
                .findFirst()
                .orElseThrow();
    }

    /** The one frozen last among those known at the cut-off; the stocktake itself was not frozen yet then. */
    private static Optional<StocktakeView> previous(List<StocktakeView> before) {
        return before.stream()
                .filter(stocktake -> stocktake.cutOff() != null)
                .max(Comparator.comparing(stocktake -> cutOffOf(stocktake).position()));
    }

    private static CutOff cutOffOf(StocktakeView frozen) {
        CutOff cutOff = frozen.cutOff();
        if (cutOff == null) throw new IllegalStateException(frozen.code() + " is not frozen");
        return cutOff;
    }

    private static Pack.Previous previous(StocktakeView frozen) {
        return new Pack.Previous(frozen.code(), frozen.details().title(), cutOffOf(frozen));
    }

    private static Map<EvidenceLevel, List<EvidenceView>> byLevel(List<EvidenceView> all) {
        Map<EvidenceLevel, List<EvidenceView>> byLevel = new EnumMap<>(EvidenceLevel.class);
        for (EvidenceLevel level : EvidenceLevel.values()) {
            byLevel.put(
                    level,
                    all.stream().filter(each -> each.content().level() == level).toList());
        }
        return byLevel;
    }

    private static Map<ActionCode, ActionState> states(List<ActionView> all) {
        return all.stream().collect(Collectors.toMap(ActionView::code, ActionView::state));
    }
}
