package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.kpi.Change;
import org.paptracker.query.kpi.KpiItem;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.kpi.MeasurementView;
import org.paptracker.query.kpi.Travel;
import org.paptracker.query.kpi.Trend;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiKind;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** A KPI, with its figures and what they said together. */
record PackKpi(
        KpiCode code,
        PlanId plan,
        String title,
        String unit,
        Polarity polarity,
        @Nullable String basis,
        @Nullable Definition definition,
        @Nullable Baseline baseline,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable KpiKind kind,
        List<Target> targets,
        List<Measurement> measurements,
        @Nullable Boolean suppressed,
        @JsonUnwrapped PackStamp stamp,
        @JsonUnwrapped Figures figures) {

    record Definition(
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String clockStart,
            @Nullable String clockStop,
            @Nullable String exceptions) {}

    record Baseline(Period period, @Nullable PackReading reading) {}

    record Target(BusinessDate dueOn, @Nullable PackReading value) {}

    record Measurement(
            Period period,
            String source,
            @Nullable PackReading reading,
            MeasurementStatus status,
            boolean illustrative,
            Who by,
            List<Revision> revisions,
            @Nullable Withdrawal withdrawal) {
        static Measurement of(MeasurementView figure) {
            var withdrawal = figure.withdrawal();
            return new Measurement(
                    figure.period(),
                    figure.source(),
                    PackReading.of(figure.reading()),
                    figure.status(),
                    figure.illustrative(),
                    figure.by(),
                    figure.revisions().stream()
                            .map(one -> new Revision(
                                    PackReading.of(one.reading()), one.status(), one.reason(), one.by(), one.at()))
                            .toList(),
                    withdrawal == null ? null : new Withdrawal(withdrawal.reason(), withdrawal.by(), withdrawal.at()));
        }
    }

    record Revision(
            @Nullable PackReading reading,
            MeasurementStatus status,
            @Nullable String reason,
            Who by,
            Instant at) {}

    record Withdrawal(@Nullable String reason, Who by, Instant at) {}

    /** What the figures said together. */
    record Figures(
            @Nullable Latest latest,
            @Nullable Moved change,
            @Nullable Moved sinceBaseline,
            Travel directionOfTravel,
            @Nullable Trajectory trajectory,
            List<Conflict> conflicts,
            @Nullable Long ageDays) {
        static Figures of(Trend trend) {
            var latest = trend.latest();
            var trajectory = trend.trajectory();
            return new Figures(
                    latest == null
                            ? null
                            : new Latest(
                                    latest.period(),
                                    PackReading.of(latest.reading()),
                                    latest.status(),
                                    latest.illustrative()),
                    Moved.of(trend.change()),
                    Moved.of(trend.sinceBaseline()),
                    trend.directionOfTravel(),
                    trajectory == null
                            ? null
                            : new Trajectory(
                                    trajectory.dueOn(),
                                    PackReading.of(trajectory.target()),
                                    trajectory.reached(),
                                    trajectory.needed(),
                                    trajectory.periods(),
                                    trajectory.perPeriod()),
                    trend.conflicts().stream().map(Conflict::of).toList(),
                    trend.ageDays());
        }
    }

    record Latest(Period period, @Nullable PackReading reading, MeasurementStatus status, boolean illustrative) {}

    record Moved(
            Change.Bound bound,
            @Nullable Direction direction,
            @Nullable BigDecimal by,
            String inWords) {
        static @Nullable Moved of(@Nullable Change change) {
            return change == null ? null : new Moved(change.bound(), change.direction(), change.by(), change.inWords());
        }
    }

    record Trajectory(
            BusinessDate dueOn,
            @Nullable PackReading target,
            @Nullable Boolean reached,
            @Nullable BigDecimal needed,
            @Nullable Long periods,
            @Nullable BigDecimal perPeriod) {}

    record Conflict(Period period, List<Side> sides) {
        static Conflict of(Trend.Conflict conflict) {
            return new Conflict(
                    conflict.period(),
                    conflict.sides().stream()
                            .map(side -> new Side(side.source(), PackReading.of(side.reading())))
                            .toList());
        }
    }

    record Side(String source, @Nullable PackReading reading) {}

    static PackKpi of(KpiItem item) {
        KpiView kpi = item.kpi();
        var content = kpi.content();
        var definition = content.definition();
        var baseline = content.baseline();
        return new PackKpi(
                kpi.code(),
                kpi.plan(),
                content.title(),
                content.unit(),
                content.polarity(),
                content.basis(),
                definition == null
                        ? null
                        : new Definition(
                                definition.numerator(),
                                definition.denominator(),
                                definition.clockStart(),
                                definition.clockStop(),
                                definition.exceptions()),
                baseline == null ? null : new Baseline(baseline.period(), PackReading.of(baseline.reading())),
                content.areas(),
                content.themes(),
                content.kind(),
                kpi.targets().stream()
                        .map(one -> new Target(one.dueOn(), PackReading.of(one.value())))
                        .toList(),
                kpi.measurements().stream().map(Measurement::of).toList(),
                kpi.figures().suppressed(),
                PackStamp.of(kpi.stamp()),
                Figures.of(item.trend()));
    }
}
