package org.paptracker.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.progress.Progress;
import org.paptracker.query.report.Assurance.AreaRatings;
import org.paptracker.query.report.Assurance.AskedFor;
import org.paptracker.query.report.Assurance.EvidenceMoved;
import org.paptracker.query.report.Assurance.RiskMoved;
import org.paptracker.query.risk.RiskView;
import org.paptracker.values.action.Rating;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskState;
import org.springframework.stereotype.Component;

/** Makes the assurance report: the plan at the two ends of a period, and what lies between. */
@Component
class AssuranceReport {
    private final PlanSnapshots snapshots;

    AssuranceReport(PlanSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    Assurance of(PlanId plan, AsAt from, AsAt to) {
        return of(snapshots.of(plan, from), snapshots.of(plan, to));
    }

    private static Assurance of(PlanSnapshot before, PlanSnapshot after) {
        Milestones milestones = new Milestones(Standing.of(before), Standing.of(after));
        List<AskedFor> askedFor = new ArrayList<>(milestones.askedFor());
        after.risks().stream()
                .filter(risk -> risk.state() == RiskState.ESCALATED)
                .forEach(risk -> askedFor.add(escalated(risk)));
        after.decisions().stream()
                .filter(decision -> decision.state() == DecisionState.PROPOSED)
                .forEach(decision -> askedFor.add(proposed(decision)));
        return new Assurance(
                after.plan().code(),
                after.plan().details().title(),
                before.asAt().day(),
                after.asAt().day(),
                ratings(before.byArea(), after.byArea()),
                milestones.moved(),
                milestones.done(),
                milestones.slipped(),
                milestones.overdue(),
                milestones.next(),
                moved(before.risks(), after.risks()),
                new EvidenceMoved(
                        newlyStanding(before.evidence(), after.evidence()),
                        before.byArea().total().evidence().coverage(),
                        after.byArea().total().evidence().coverage(),
                        Gaps.count(before.gaps()),
                        Gaps.count(after.gaps())),
                changed(before.decisions(), after.decisions()).stream()
                        .map(decision -> DecisionItem.of(decision, after.asAt().day()))
                        .toList(),
                List.copyOf(askedFor));
    }

    private static List<AreaRatings> ratings(PlanProgress.Report before, PlanProgress.Report after) {
        Map<String, Map<Rating, Long>> was = before.items().stream()
                .collect(Collectors.toMap(
                        Progress::code, area -> area.milestones().byRating()));
        return after.items().stream()
                .map(area -> new AreaRatings(
                        area.code(),
                        area.title(),
                        was.getOrDefault(area.code(), Map.of()),
                        area.milestones().byRating()))
                .toList();
    }

    private static List<RiskMoved> moved(List<RiskView> before, List<RiskView> after) {
        Map<RiskCode, RiskView> was = new HashMap<>();
        before.forEach(risk -> was.put(risk.code(), risk));
        return after.stream()
                .filter(risk -> lives(risk) || isOther(was.get(risk.code()), risk))
                .map(risk -> {
                    RiskView earlier = was.get(risk.code());
                    return new RiskMoved(
                            risk, earlier == null ? null : earlier.work().score());
                })
                .toList();
    }

    private static boolean lives(RiskView risk) {
        return risk.state() != RiskState.CLOSED && risk.state() != RiskState.ACCEPTED;
    }

    private static boolean isOther(@Nullable RiskView was, RiskView is) {
        return was == null || was.state() != is.state();
    }

    private static List<EvidenceView> newlyStanding(List<EvidenceView> before, List<EvidenceView> after) {
        Set<EvidenceId> stood = before.stream()
                .filter(each -> each.state().stands())
                .map(EvidenceView::code)
                .collect(Collectors.toSet());
        return after.stream()
                .filter(each -> each.state().stands() && !stood.contains(each.code()))
                .toList();
    }

    /** Made in the period, or in another state than before. What is only proposed is no decision yet. */
    private static List<DecisionView> changed(List<DecisionView> before, List<DecisionView> after) {
        Map<DecisionId, DecisionView> was = new HashMap<>();
        before.forEach(decision -> was.put(decision.code(), decision));
        return after.stream()
                .filter(DecisionView::wasMade)
                .filter(decision -> {
                    DecisionView earlier = was.get(decision.code());
                    return earlier == null || earlier.state() != decision.state();
                })
                .toList();
    }

    private static AskedFor escalated(RiskView risk) {
        return new AskedFor(
                AskedFor.Kind.ESCALATED_RISK,
                null,
                null,
                risk.code(),
                null,
                null,
                "Decide what is to be done about the risk %s: %s."
                        .formatted(risk.code(), risk.details().title()));
    }

    private static AskedFor proposed(DecisionView decision) {
        return new AskedFor(
                AskedFor.Kind.PROPOSED_DECISION,
                null,
                null,
                null,
                decision.code(),
                null,
                "Decide on the proposal %s: %s."
                        .formatted(decision.code(), decision.details().title()));
    }
}
