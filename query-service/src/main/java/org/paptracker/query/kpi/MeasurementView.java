package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.SmallCount;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.ErasableText;
import org.paptracker.values.London;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;

/**
 * The figure of one source for one period, and all that it said before.
 *
 * @param reading what it says now; what it said last, if it was withdrawn
 * @param status provisional at least until its period is over, whatever an older log says
 * @param asOf the day on which it said what it says now, if its period was not over by then; else null
 * @param illustrative whether it stands in for a figure that no source gives
 * @param by the person who recorded what it says now
 * @param revisions what it said before, the oldest first
 * @param withdrawal null while it stands
 */
public record MeasurementView(
        Period period,
        String source,
        Reading reading,
        MeasurementStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate asOf,
        boolean illustrative,
        Who by,
        List<Revision> revisions,
        @Nullable Withdrawal withdrawal) {

    /**
     * @param reading what it said until then
     * @param reason why it no longer says so
     * @param at when the log learnt that
     */
    public record Revision(
            Reading reading,
            MeasurementStatus status,
            @Nullable String reason,
            Who by,
            Instant at) {}

    public record Withdrawal(@Nullable String reason, Who by, Instant at) {}

    boolean stands() {
        return withdrawal == null;
    }

    boolean isOf(Period when, String whose) {
        return period.equals(when) && source.equals(whose);
    }

    /** The last day that it speaks of. */
    LocalDate lastDay() {
        return asOf == null ? period.last() : asOf;
    }

    static MeasurementView recorded(MeasurementRecorded event, Recorded<?> recorded) {
        LocalDate saidOn = London.day(recorded.recordedAt());
        return new MeasurementView(
                event.period(),
                event.source(),
                event.reading(),
                event.period().status(event.status(), saidOn),
                event.period().asOf(saidOn),
                event.illustrative(),
                Who.of(recorded),
                List.of(),
                null);
    }

    /** Recorded anew: what was withdrawn stays to be read. */
    MeasurementView recordedAnew(MeasurementRecorded event, Recorded<?> recorded) {
        Revision before = withdrawal == null
                ? new Revision(reading, status, null, Who.of(recorded), recorded.recordedAt())
                : new Revision(reading, status, withdrawal.reason, withdrawal.by, withdrawal.at);
        return recorded(event, recorded).after(plus(before));
    }

    MeasurementView revised(MeasurementRevised event, Recorded<?> recorded) {
        Revision before = new Revision(
                reading, status, ErasableText.shown(event.reason()), Who.of(recorded), recorded.recordedAt());
        LocalDate saidOn = London.day(recorded.recordedAt());
        return new MeasurementView(
                period,
                source,
                event.reading(),
                period.status(event.status(), saidOn),
                period.asOf(saidOn),
                illustrative,
                Who.of(recorded),
                plus(before),
                null);
    }

    MeasurementView withdrawn(MeasurementWithdrawn event, Recorded<?> recorded) {
        return new MeasurementView(
                period,
                source,
                reading,
                status,
                asOf,
                illustrative,
                by,
                revisions,
                new Withdrawal(ErasableText.shown(event.reason()), Who.of(recorded), recorded.recordedAt()));
    }

    boolean hasSmall() {
        return SmallCount.is(reading) || revisions.stream().anyMatch(before -> SmallCount.is(before.reading));
    }

    /** Without small counts, and without words, which could say them. */
    MeasurementView suppressing() {
        return new MeasurementView(
                period,
                source,
                SmallCount.blurred(reading),
                status,
                asOf,
                illustrative,
                by,
                revisions.stream()
                        .map(before -> new Revision(
                                SmallCount.blurred(before.reading),
                                before.status,
                                SmallCount.hidden(before.reason),
                                before.by,
                                before.at))
                        .toList(),
                withdrawal == null
                        ? null
                        : new Withdrawal(SmallCount.hidden(withdrawal.reason), withdrawal.by, withdrawal.at));
    }

    private MeasurementView after(List<Revision> before) {
        return new MeasurementView(period, source, reading, status, asOf, illustrative, by, before, withdrawal);
    }

    private List<Revision> plus(Revision before) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(before);
        return List.copyOf(more);
    }
}
