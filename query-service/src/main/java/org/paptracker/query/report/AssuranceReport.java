package org.paptracker.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.Actions;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.decision.Decisions;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.progress.Grouping;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.progress.Progress;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.report.Assurance.AreaRatings;
import org.paptracker.query.report.Assurance.AskedFor;
import org.paptracker.query.report.Assurance.EvidenceMoved;
import org.paptracker.query.report.Assurance.RiskMoved;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.risk.Risks;
import org.paptracker.values.DecisionId;
import org.paptracker.values.EvidenceId;
import org.paptracker.values.PlanId;
import org.paptracker.values.Rating;
import org.paptracker.values.RiskCode;
import org.paptracker.values.RiskState;
import org.springframework.stereotype.Component;

/** Makes the assurance report: the plan at the two ends of a period, and what lies between. */
@Component
class AssuranceReport {
    private final Plans plans;
    private final PlanProgress progress;
    private final Actions actions;
    private final Proofs.Source proofs;
    private final Evidences evidence;
    private final Gaps gaps;
    private final Risks risks;
    private final Decisions decisions;

    AssuranceReport(
            Plans plans,
            PlanProgress progress,
            Actions actions,
            Proofs.Source proofs,
            Evidences evidence,
            Gaps gaps,
            Risks risks,
            Decisions decisions) {
        this.plans = plans;
        this.progress = progress;
        this.actions = actions;
        this.proofs = proofs;
        this.evidence = evidence;
        this.gaps = gaps;
        this.risks = risks;
        this.decisions = decisions;
    }

    Assurance of(PlanId plan, AsAt from, AsAt to) {
        PlanProgress.Report before = progress.of(plan, from, Grouping.AREA).get(0);
        PlanProgress.Report after = progress.of(plan, to, Grouping.AREA).get(0);
        Milestones milestones = new Milestones(standing(plan, from), standing(plan, to));
        List<RiskView> risksAfter = risks.of(plan, to);
        List<AskedFor> askedFor = new ArrayList<>(milestones.askedFor());
        risksAfter.stream()
                .filter(risk -> risk.state() == RiskState.ESCALATED)
                .forEach(risk -> askedFor.add(escalated(risk)));
        return new Assurance(
                plan,
                plans.get(plan, to).details().title(),
                from.day(),
                to.day(),
                ratings(before, after),
                milestones.moved(),
                milestones.done(),
                milestones.slipped(),
                milestones.overdue(),
                milestones.next(),
                moved(risks.of(plan, from), risksAfter),
                new EvidenceMoved(
                        newlyStanding(evidence.of(plan, from), evidence.of(plan, to)),
                        before.total().evidence().coverage(),
                        after.total().evidence().coverage(),
                        gaps.count(plan, from),
                        gaps.count(plan, to)),
                changed(decisions.of(plan, from), decisions.of(plan, to)).stream()
                        .map(decision -> DecisionItem.of(decision, to.day()))
                        .toList(),
                List.copyOf(askedFor));
    }

    private Standing standing(PlanId plan, AsAt asAt) {
        return Standing.of(actions.of(plan, asAt), proofs.proofs(plan, asAt), asAt);
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
                    return new RiskMoved(risk, earlier == null ? null : earlier.score());
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

    /** Made in the period, or in another state than before. */
    private static List<DecisionView> changed(List<DecisionView> before, List<DecisionView> after) {
        Map<DecisionId, DecisionView> was = new HashMap<>();
        before.forEach(decision -> was.put(decision.code(), decision));
        return after.stream()
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
                "Decide what is to be done about the risk %s: %s."
                        .formatted(risk.code(), risk.details().title()));
    }
}
