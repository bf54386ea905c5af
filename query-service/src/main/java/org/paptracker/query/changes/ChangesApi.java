package org.paptracker.query.changes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.history.Moment;
import org.paptracker.query.lineage.Lineage;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.web.Cursor;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.values.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangesApi {
    private final Changes changes;
    private final AsAtReader moments;
    private final KnownPlans plans;
    private final ProjectionPositions positions;
    private final Lineage lineage;

    ChangesApi(Changes changes, AsAtReader moments, KnownPlans plans, ProjectionPositions positions, Lineage lineage) {
        this.lineage = lineage;
        this.changes = changes;
        this.moments = moments;
        this.plans = plans;
        this.positions = positions;
    }

    /**
     * @param from position of the last entry that was known before; nothing up to it is counted
     * @param to position of the last entry counted; never past what the views have taken in
     * @param effectiveFrom what became true later is counted, wherever it stands in the log; null if only positions count
     * @param effectiveTo what became true later is not counted; null likewise
     * @param next the cursor that asks for what follows; null at the end
     */
    record Between(
            @Nullable Long from,
            @Nullable Long to,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            List<Changed> items,
            @Nullable String next) {}

    /**
     * What changed between two moments, each a date (its end), an instant, {@code position:394} or the name of one.
     *
     * @param to now if left out
     * @param acrossPlans with the plans it took over from and those that took over from it
     * @param knownAt nothing recorded after it counts at either end
     * @param effectiveAt nothing that became true after it counts at either end
     */
    @RequiresRight(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/changes")
    Between changes(
            @PathVariable PlanId plan,
            @RequestParam String from,
            @RequestParam @Nullable String to,
            @RequestParam(defaultValue = "false") boolean acrossPlans,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            Paging paging) {
        plans.require(plan);
        Cursor cursor = Cursor.of(paging);
        PinnedEnds ends = cursor == null
                ? ends(plan, from, to, moments.read(plan, knownAt, effectiveAt))
                : PinnedEnds.parse(cursor.pin(), moments.now().scope());
        AsAt first = ends.from();
        AsAt last = ends.to();
        Long known = last.knownPosition();
        if (known != null) positions.require(known); // this process may be behind the one that answered the first page
        Page<Changed> page = changes.between(lineage.of(plan, acrossPlans, last), first, last, ends.text(), paging);
        return new Between(
                first.knownPosition(),
                last.knownPosition(),
                first.effectiveOn(),
                last.effectiveOn(),
                page.items(),
                page.next());
    }

    private PinnedEnds ends(PlanId plan, String from, @Nullable String to, AsAt asked) {
        AsAt seen = asked.knownBy(new Moment(positions.least(), asked.day()));
        Moment start = moments.moment(plan, "from", from);
        Moment end = to == null ? null : moments.moment(plan, "to", to);
        if (end != null && start.isAfter(end)) {
            throw new Refused(Problem.malformed("from", "must not be later than \"to\""));
        }
        return new PinnedEnds(seen.at(start), end == null ? seen : seen.at(end));
    }
}
