package org.paptracker.query.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.ActionItem;
import org.paptracker.query.action.MilestoneItem;
import org.paptracker.query.changes.Changed;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.gaps.Gap;
import org.paptracker.query.kpi.KpiItem;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.redaction.RedactionView;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.query.voice.VoiceView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.values.stocktake.StocktakeCode;

/**
 * What reviewers look at in a stocktake: the plan at the cut-off. Everything in it follows from the history up to the
 * cut-off and from the format, so it is the same, byte for byte, whenever it is asked for. Only words removed by law
 * read differently afterwards, and say so. Who may not see all of the plan gets a pack of what they may see.
 *
 * @param format of this document; one that differs in a single byte gets another number
 * @param cutOff where the history that counts ends: the audit position
 * @param checkpoint the signed checkpoint over the history up to the cut-off: at the next stocktake whoever kept it can
 *     prove that the history then shown begins with this one; null for who may not check the history
 * @param previous the stocktake frozen last before; null if this is the first
 * @param changes since the previous stocktake, by what changed; null if this is the first
 * @param openRecommendations of earlier stocktakes
 * @param redactions words that were taken out of the history up to the cut-off, whenever that was, in its order
 */
record Pack(
        int format,
        PlanId plan,
        Occasion stocktake,
        CutOff cutOff,
        @Nullable String checkpoint,
        @Nullable Previous previous,
        State state,
        @Nullable List<Changed> changes,
        Evidence evidence,
        List<KpiItem> kpis,
        List<VoiceView> voices,
        List<RiskView> risks,
        List<DecisionItem> decisions,
        List<OpenRecommendation> openRecommendations,
        List<Redacted> redactions) {
    static final int FORMAT = 2;

    record Occasion(StocktakeCode code, @JsonUnwrapped StocktakeView.Details details) {}

    record Previous(StocktakeCode code, String title, CutOff cutOff) {}

    /** How the plan stood. Milestones in order of code. */
    record State(
            PlanView plan,
            PlanProgress.Report byArea,
            PlanProgress.Report byTheme,
            List<Action> actions,
            List<MilestoneItem> milestones) {}

    /** An action without its milestones, which have a list of their own. */
    record Action(
            ActionCode code,
            @JsonUnwrapped ActionDetails details,
            ActionState state,
            Rating rating,
            long overdue,
            @Nullable Long slippedDays,
            @Nullable Long daysSinceUpdate,
            @Nullable EvidenceLevel strongestEvidence,
            @JsonUnwrapped Stamp stamp) {
        static Action of(ActionItem item) {
            return new Action(
                    item.action().code(),
                    item.action().details(),
                    item.action().state(),
                    item.rating(),
                    item.overdue(),
                    item.slippedDays(),
                    item.daysSinceUpdate(),
                    item.strongestEvidence(),
                    item.action().stamp());
        }
    }

    /**
     * @param byLevel from activity to impact; every level stands there, if only with nothing
     */
    record Evidence(Map<EvidenceLevel, List<EvidenceView>> byLevel, List<Gap> gaps) {}

    /**
     * Words of an entry that are gone.
     *
     * @param groundInWords as it stands in place of the words
     */
    record Redacted(long position, String field, BusinessDate on, RedactionGround ground, String groundInWords) {
        /** Of a redaction that was carried out. */
        static Redacted of(TextPlace place, RedactionView by) {
            return new Redacted(
                    place.position(),
                    place.field(),
                    Objects.requireNonNull(by.redactedOn()),
                    by.proposal().ground(),
                    by.proposal().groundInWords());
        }
    }
}
