package org.paptracker.query.report.format2;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.ActionItem;
import org.paptracker.query.action.MilestoneItem;
import org.paptracker.query.changes.Changed;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.kpi.KpiItem;
import org.paptracker.query.redaction.RedactionView;
import org.paptracker.query.report.OpenRecommendation;
import org.paptracker.query.report.PlanSnapshot;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeKind;

/**
 * What reviewers look at in a stocktake: the plan at the cut-off. Everything in it follows from the history up to the
 * cut-off and from the format, so it is the same, byte for byte, whenever it is asked for. Only words removed by law
 * read differently afterwards, and say so. People who cannot see all of the plan get a pack of what they can see.
 *
 * @param format of this document; one that differs in a single byte gets another number
 * @param cutOff where the history that counts ends: the audit position
 * @param checkpoint the signed checkpoint over the history up to the cut-off: anyone who kept it can
 *     prove at the next stocktake that the history begins with this one; null for people who cannot check the history
 * @param previous the stocktake frozen last before; null if this is the first
 * @param changes since the previous stocktake, by what changed; null if this is the first
 * @param openRecommendations of earlier stocktakes
 * @param redactions words that were taken out of the history up to the cut-off, whenever that was, in its order
 */
public record Pack(
        int format,
        PlanId plan,
        Occasion stocktake,
        PackCutOff cutOff,
        @Nullable String checkpoint,
        @Nullable Previous previous,
        State state,
        @Nullable List<PackChange> changes,
        Evidence evidence,
        List<PackKpi> kpis,
        List<PackVoice> voices,
        List<PackRisk> risks,
        List<PackDecision> decisions,
        List<PackRecommendation> openRecommendations,
        List<Redacted> redactions) {
    public static final int FORMAT = 2;

    record Occasion(
            StocktakeCode code,
            String title,
            StocktakeKind kind,
            @Nullable BusinessDate heldOn,
            List<String> heldBy,
            @Nullable String scope,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            Visibility visibility) {
        static Occasion of(StocktakeView stocktake) {
            var details = stocktake.details();
            return new Occasion(
                    stocktake.code(),
                    details.title(),
                    details.kind(),
                    details.heldOn(),
                    details.heldBy(),
                    details.scope(),
                    details.areas(),
                    details.themes(),
                    details.visibility());
        }
    }

    record Previous(StocktakeCode code, String title, PackCutOff cutOff) {
        static @Nullable Previous of(@Nullable StocktakeView frozen) {
            if (frozen == null) return null;
            return new Previous(
                    frozen.code(),
                    frozen.details().title(),
                    PackCutOff.of(Objects.requireNonNull(frozen.cutOff(), "it is frozen")));
        }
    }

    /** How the plan stood. Milestones in order of code. */
    record State(
            PackPlan plan,
            PackProgress.Report byArea,
            PackProgress.Report byTheme,
            List<PackAction> actions,
            List<PackMilestone> milestones) {
        static State of(PlanSnapshot then) {
            LocalDate day = then.asAt().day();
            return new State(
                    PackPlan.of(then.plan()),
                    PackProgress.Report.of(then.byArea()),
                    PackProgress.Report.of(then.byTheme()),
                    then.actions().stream()
                            .map(action -> PackAction.of(ActionItem.of(action, day, then.proofs())))
                            .toList(),
                    then.actions().stream()
                            .flatMap(action -> action.milestones().stream()
                                    .map(milestone -> MilestoneItem.of(action, milestone, day, then.proofs())))
                            .map(PackMilestone::of)
                            .toList());
        }
    }

    /**
     * @param byLevel from activity to impact; every level stands there, if only with nothing
     */
    record Evidence(Map<EvidenceLevel, List<PackEvidence>> byLevel, List<PackGap> gaps) {
        static Evidence of(PlanSnapshot then) {
            Map<EvidenceLevel, List<PackEvidence>> byLevel = new EnumMap<>(EvidenceLevel.class);
            for (EvidenceLevel level : EvidenceLevel.values()) byLevel.put(level, at(level, then.evidence()));
            return new Evidence(byLevel, then.gaps().stream().map(PackGap::of).toList());
        }

        private static List<PackEvidence> at(EvidenceLevel level, List<EvidenceView> all) {
            return all.stream()
                    .filter(each -> each.content().level() == level)
                    .map(PackEvidence::of)
                    .toList();
        }
    }

    /**
     * Words of an entry that are gone.
     *
     * @param groundInWords as it stands in place of the words
     */
    public record Redacted(long position, String field, BusinessDate on, RedactionGround ground, String groundInWords) {
        public static Redacted of(TextPlace place, RedactionView by) {
            return new Redacted(
                    place.position(),
                    place.field(),
                    Objects.requireNonNull(by.course().redactedOn()),
                    by.proposal().ground(),
                    by.proposal().groundInWords());
        }
    }

    /**
     * @param stocktake as it was at its own cut-off
     * @param previous frozen, as it was then; null if there was none
     * @param changes null if there was none
     * @param open recommendations of earlier stocktakes
     * @param redactions of the history that counts, in any order
     */
    public static Pack of(
            StocktakeView stocktake,
            StocktakeView.CutOff cutOff,
            PlanSnapshot then,
            @Nullable String checkpoint,
            @Nullable StocktakeView previous,
            @Nullable List<Changed> changes,
            List<OpenRecommendation> open,
            Stream<Redacted> redactions) {
        LocalDate day = then.asAt().day();
        return new Pack(
                FORMAT,
                then.plan().code(),
                Occasion.of(stocktake),
                PackCutOff.of(cutOff),
                checkpoint,
                Previous.of(previous),
                State.of(then),
                changes == null ? null : changes.stream().map(PackChange::of).toList(),
                Evidence.of(then),
                then.kpis().stream()
                        .map(kpi -> PackKpi.of(KpiItem.of(kpi, day)))
                        .toList(),
                then.voices().stream().map(PackVoice::of).toList(),
                then.risks().stream().map(PackRisk::of).toList(),
                then.decisions().stream()
                        .filter(DecisionView::wasMade)
                        .map(decision -> PackDecision.of(DecisionItem.of(decision, day)))
                        .toList(),
                open.stream().map(PackRecommendation::of).toList(),
                redactions
                        .sorted(Comparator.comparingLong(Redacted::position).thenComparing(Redacted::field))
                        .toList());
    }
}
