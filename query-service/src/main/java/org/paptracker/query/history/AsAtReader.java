package org.paptracker.query.history;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogReader;
import org.paptracker.platform.http.CalendarDays;
import org.paptracker.platform.http.Instants;
import org.paptracker.platform.http.MonthOrYears;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.Scope;
import org.paptracker.platform.security.WhoIsAsking;
import org.paptracker.values.London;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/**
 * The one place where a text becomes a moment: a date (to the end of its last day, Europe/London), an instant, a position
 * in the log ({@code position:394}), or a name that a slice knows ({@code stocktake:2025-02}). It also says
 * whose question it is: the sender's.
 */
@Component
public class AsAtReader {
    private static final String POSITION = "position";
    private static final Scope DASHBOARDS = Scope.of(new Caller("metrics", Role.METRICS, null, OwnWork.NONE));

    private final LogReader log;
    private final Clock clock;
    private final List<NamedMoments> named;
    private final WhoIsAsking who;

    AsAtReader(LogReader log, Clock clock, List<NamedMoments> named, WhoIsAsking who) {
        this.log = log;
        this.clock = clock;
        this.named = named;
        this.who = who;
    }

    /** As far as the caller can see. */
    public AsAt now() {
        return now(Scope.of(who.caller()));
    }

    /** As far as dashboards may see, for what is counted unasked. */
    public AsAt nowForDashboards() {
        return now(DASHBOARDS);
    }

    private AsAt now(Scope scope) {
        return new AsAt(null, null, London.today(clock), scope);
    }

    /**
     * What {@code knownAt} and {@code effectiveAt} ask for, together or alone.
     *
     * @param plan whose named moments may be meant; null where no plan is asked about
     * @throws Refused if either is given and is no moment
     */
    public AsAt read(@Nullable PlanId plan, @Nullable String knownAt, @Nullable String effectiveAt) {
        AsAt asAt = now();
        if (knownAt != null) asAt = asAt.knownBy(moment(plan, "knownAt", knownAt));
        if (effectiveAt != null) {
            asAt = asAt.effectiveBy(moment(plan, "effectiveAt", effectiveAt).day());
        }
        return asAt;
    }

    /** @throws Refused if it is no moment */
    public Moment moment(@Nullable PlanId plan, String parameter, String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        if (kind.equals(POSITION)) return atPosition(parameter, text.substring(colon + 1));
        for (NamedMoments moments : named) {
            if (plan != null && moments.kind().equals(kind)) return named(moments, plan, parameter, text);
        }
        return atTime(parameter, text);
    }

    private Moment atPosition(String parameter, String digits) {
        if (!digits.matches("\\d{1,18}")) {
            throw new Refused(Problem.malformed(parameter, "must be a position such as position:394"));
        }
        long position = Math.min(Long.parseLong(digits), log.position());
        LocalDate day = log.at(position)
                .map(recorded -> London.day(recorded.recordedAt()))
                .orElse(LocalDate.EPOCH);
        return new Moment(position, day);
    }

    private Moment named(NamedMoments moments, PlanId plan, String parameter, String text) {
        return moments.find(plan, text.substring(moments.kind().length() + 1), Scope.of(who.caller()))
                .orElseThrow(() -> new Refused(Problem.malformed(
                        parameter, "must name a %s of the plan that has been frozen".formatted(moments.kind()))));
    }

    private Moment atTime(String parameter, String text) {
        try {
            Instant instant = Instants.isMeant(text)
                    ? Instants.parse(parameter, text)
                    : CalendarDays.date(text)
                            .last()
                            .plusDays(1)
                            .atStartOfDay(London.ZONE)
                            .toInstant()
                            .minusMillis(1);
            return new Moment(log.positionAt(instant), CalendarDays.within(London.day(instant)));
        } catch (MonthOrYears e) {
            throw new Refused(Problem.malformed(List.of(e.error(parameter))));
        } catch (DateTimeException e) { // not a date, or not of the years of a plan
            throw new Refused(Problem.malformed(
                    parameter,
                    "must be a date such as 2025-02-13 or an instant such as 2025-02-13T09:30:00Z"
                            + CalendarDays.RANGE));
        }
    }
}
