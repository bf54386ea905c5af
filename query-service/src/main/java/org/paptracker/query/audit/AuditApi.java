package org.paptracker.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.paptracker.log.LogReader;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.history.History;
import org.paptracker.query.history.ReadAccess;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.web.CsvTable;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.London;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class AuditApi {
    private static final int WINDOW = 250;

    /** A search that finds little answers with what it has and a cursor, rather than reading a long history at once. */
    private static final int MOST_WINDOWS = 40;

    private final Audit audit;
    private final ShownHistory shown;
    private final AsAtReader asAt;
    private final History history;
    private final Subjects subjects;
    private final LogReader log;
    private final KnownPlans plans;
    private final ProjectionPositions positions;
    private final Corrected corrected;

    AuditApi(
            Audit audit,
            ShownHistory shown,
            AsAtReader asAt,
            History history,
            Subjects subjects,
            LogReader log,
            KnownPlans plans,
            ProjectionPositions positions,
            Corrected corrected) {
        this.audit = audit;
        this.shown = shown;
        this.asAt = asAt;
        this.history = history;
        this.subjects = subjects;
        this.log = log;
        this.plans = plans;
        this.positions = positions;
        this.corrected = corrected;
    }

    /** The history of a plan, the newest first. */
    @RequiresRight(Right.READ)
    @GetMapping(value = "/api/v1/plans/{plan}/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<AuditEntry> json(@PathVariable PlanId plan, AuditFilter filter, Earlier earlier) {
        plans.require(plan);
        Page.checkLimit(earlier.limit());
        AsAt now = asAt.now();
        ReadAccess access = history.access(now);
        Predicate<AuditEntry> wanted =
                subjects.about(plan, filter.subject(), filter.acrossPlans()).and(filter.admits(access));
        Stretch stretch = stretch(filter, earlier);
        PlanId only = filter.acrossPlans() ? null : plan; // the history of no other can be meant
        Page<AuditEntry> page = now.scope().isEverything()
                ? page(wanted, access, stretch)
                : shown.page(only, now, wanted, stretch.first(), stretch.last(), stretch.limit());
        return new Page<>(corrected.marked(page.items()), page.next());
    }

    @RequiresRight(Right.READ)
    @GetMapping(value = "/api/v1/plans/{plan}/audit", produces = "text/csv")
    ResponseEntity<String> csv(@PathVariable PlanId plan, AuditFilter filter, Earlier earlier) {
        Page<AuditEntry> page = json(plan, filter, earlier);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(CsvTable.TYPE);
        if (page.next() != null) answer.header(HttpHeaders.LINK, next(page.next()));
        return answer.body(AuditCsv.of(page.items()));
    }

    /** A table has no room for the cursor: RFC 8288 has. It need not say again where the service is. */
    private static String next(String cursor) {
        return "<%s>; rel=\"next\""
                .formatted(ServletUriComponentsBuilder.fromCurrentRequest()
                        .scheme(null)
                        .host(null)
                        .port(null)
                        .replaceQueryParam("before", cursor)
                        .toUriString());
    }

    /** @param first position, and the last, of what can be meant */
    private record Stretch(long first, long last, int limit) {}

    private Stretch stretch(AuditFilter filter, Earlier earlier) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        Long before = earlier.before();
        long first = from == null ? 1 : log.positionAt(startOf(from).minusMillis(1)) + 1;
        long last = positions.position(Audit.PROJECTION);
        if (to != null)
            last = Math.min(last, log.positionAt(startOf(to.plusDays(1)).minusMillis(1)));
        if (before != null) last = Math.min(last, before - 1);
        return new Stretch(first, last, earlier.limit());
    }

    private Page<AuditEntry> page(Predicate<AuditEntry> wanted, ReadAccess access, Stretch stretch) {
        long first = stretch.first();
        long last = stretch.last();
        List<AuditEntry> items = new ArrayList<>();
        for (int windows = 0; last >= first && windows < MOST_WINDOWS; windows++) {
            long start = Math.max(first, last - WINDOW + 1);
            for (AuditEntry entry : audit.between(start, last)) {
                if (!wanted.test(entry)) continue;
                items.add(access.named(entry));
                if (items.size() == stretch.limit())
                    return new Page<>(items, entry.position() > first ? cursor(entry.position()) : null);
            }
            last = start - 1;
        }
        return new Page<>(items, last >= first ? cursor(last + 1) : null);
    }

    private static String cursor(long position) {
        return String.valueOf(position);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(London.ZONE).toInstant();
    }
}
