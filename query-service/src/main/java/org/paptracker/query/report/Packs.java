package org.paptracker.query.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.changes.Changes;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.ledger.Checkpoints;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.redaction.Redactions;
import org.paptracker.query.report.format2.Pack;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.query.stocktake.Stocktakes;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.stereotype.Component;

/** Makes the pack of a frozen stocktake, from the history up to its cut-off and nothing else. */
@Component
class Packs {
    private final Stocktakes stocktakes;
    private final PlanSnapshots snapshots;
    private final Changes changes;
    private final Checkpoints checkpoints;
    private final Redactions redactions;
    private final ProjectionPositions positions;

    Packs(
            Stocktakes stocktakes,
            PlanSnapshots snapshots,
            Changes changes,
            Checkpoints checkpoints,
            Redactions redactions,
            ProjectionPositions positions) {
        this.stocktakes = stocktakes;
        this.snapshots = snapshots;
        this.changes = changes;
        this.checkpoints = checkpoints;
        this.redactions = redactions;
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
        return pack(code, cutOff, snapshots.of(plan, cutOff.asAt(now.scope())), redacted(plan, cutOff, now));
    }

    private Pack pack(StocktakeCode code, CutOff cutOff, PlanSnapshot then, Stream<Pack.Redacted> redacted) {
        PlanId plan = then.plan().code();
        StocktakeView previous = previous(then.stocktakes());
        return Pack.of(
                stocktakes.get(plan, code, then.asAt()),
                cutOff,
                then,
                then.asAt().scope().upTo() == Visibility.PUBLIC ? null : checkpoints.at(cutOff.position()),
                previous,
                previous == null
                        ? null
                        : changes.between(
                                plan, cutOffOf(previous).asAt(then.asAt().scope()), then.asAt()),
                OpenRecommendation.of(then.stocktakes(), states(then.actions())),
                redacted);
    }

    /**
     * For anyone who can see redactions. Those of the plan's own entries, in whichever plan the redaction was proposed: the
     * same words go everywhere.
     */
    private Stream<Pack.Redacted> redacted(PlanId plan, CutOff cutOff, AsAt now) {
        return redactions.all(now).stream()
                .filter(redaction -> redaction.course().redactedOn() != null)
                .flatMap(redaction -> redaction.course().places().stream()
                        .filter(place -> place.position() <= cutOff.position() && isOf(plan, place.stream()))
                        .map(place -> Pack.Redacted.of(place, redaction)));
    }

    private static boolean isOf(PlanId plan, String stream) {
        String name = stream.substring(stream.indexOf(':') + 1);
        return name.equals(plan.value()) || name.startsWith(plan + "/");
    }

    private static Refused notFrozen(StocktakeCode code) {
        return new Refused(Problem.of(
                409,
                "stocktake.not-frozen",
                "Stocktake %s has no cut-off yet, so there is no pack. Freeze it first.".formatted(code)));
    }

    /** The one frozen last among those known at the cut-off; the stocktake itself was not frozen yet then. */
    private static @Nullable StocktakeView previous(List<StocktakeView> before) {
        return before.stream()
                .filter(stocktake -> stocktake.cutOff() != null)
                .max(Comparator.comparing(stocktake -> cutOffOf(stocktake).position()))
                .orElse(null);
    }

    private static CutOff cutOffOf(StocktakeView frozen) {
        CutOff cutOff = frozen.cutOff();
        if (cutOff == null) throw new IllegalStateException(frozen.code() + " is not frozen");
        return cutOff;
    }

    private static Map<ActionCode, ActionState> states(List<ActionView> all) {
        return all.stream().collect(Collectors.toMap(ActionView::code, ActionView::state));
    }
}
