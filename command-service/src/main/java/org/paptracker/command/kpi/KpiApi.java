package org.paptracker.command.kpi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.command.platform.imports.Column;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDefinition;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.KpiKind;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** KPIs and their measurements over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/kpis/{kpi}")
class KpiApi {
    private final HttpCommands commands;

    KpiApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.DEFINE_KPIS)
    @PutMapping
    ResponseEntity<Accepted> define(
            @PathVariable PlanId plan, @PathVariable KpiCode kpi, @Valid @RequestBody KpiBody body) {
        return commands.put(new DefineKpi(plan, kpi, body.details()), kpi);
    }

    @RequiresRight(Right.DEFINE_KPIS)
    @PostMapping("/targets")
    ResponseEntity<Accepted> aim(
            @PathVariable PlanId plan, @PathVariable KpiCode kpi, @Valid @RequestBody Target body) {
        return commands.post(new SetTarget(plan, kpi, body.value.reading("value"), body.dueOn), kpi);
    }

    @RequiresRight(Right.MEASURE)
    @PutMapping("/measurements/{period}")
    ResponseEntity<Accepted> measure(
            @PathVariable PlanId plan,
            @PathVariable KpiCode kpi,
            @PathVariable Period period,
            @Valid @RequestBody MeasurementBody body) {
        return commands.put(body.command(plan, kpi, period), kpi);
    }

    @RequiresRight(Right.MEASURE)
    @PostMapping("/measurements/{period}/revisions")
    ResponseEntity<Accepted> revise(
            @PathVariable PlanId plan,
            @PathVariable KpiCode kpi,
            @PathVariable Period period,
            @Valid @RequestBody Revision body) {
        return commands.post(
                new ReviseMeasurement(
                        plan,
                        kpi,
                        period,
                        body.source,
                        body.reading.reading("reading"),
                        body.status,
                        ErasableText.of(body.reason)),
                kpi);
    }

    @RequiresRight(Right.MEASURE)
    @PostMapping("/measurements/{period}/withdrawal")
    ResponseEntity<Accepted> withdraw(
            @PathVariable PlanId plan,
            @PathVariable KpiCode kpi,
            @PathVariable Period period,
            @Valid @RequestBody MeasurementWithdrawal body) {
        return commands.post(
                new WithdrawMeasurement(plan, kpi, period, body.source, ErasableText.of(body.reason)), kpi);
    }

    /**
     * @param unit of every reading: per cent, weeks, children
     * @param basis what the figure rests on
     * @param areas codes of the plan, as are themes
     * @param countsPeople whether the figures count people; if left out, they do unless the unit measures something else
     */
    record KpiBody(
            @NotNull @Name String title,
            @NotNull @Name String unit,
            @NotNull Polarity polarity,
            @Text @Nullable String basis,
            @Valid @Nullable DefinitionBody definition,
            @Valid @Nullable BaselineBody baseline,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable KpiKind kind,
            @Nullable Boolean countsPeople) {
        KpiDetails details() {
            return new KpiDetails(
                    title,
                    unit,
                    polarity,
                    ErasableText.ofNullable(basis),
                    definition == null ? null : definition.definition(),
                    baseline == null ? null : baseline.baseline(),
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new),
                    kind,
                    countsPeople);
        }
    }

    record DefinitionBody(
            @NotNull @Text String numerator,
            @Text @Nullable String denominator,
            @Text @Nullable String clockStart,
            @Text @Nullable String clockStop,
            @Text @Nullable String exceptions) {
        KpiDefinition definition() {
            return new KpiDefinition(
                    ErasableText.of(numerator),
                    ErasableText.ofNullable(denominator),
                    ErasableText.ofNullable(clockStart),
                    ErasableText.ofNullable(clockStop),
                    ErasableText.ofNullable(exceptions));
        }
    }

    record BaselineBody(
            @NotNull Period period, @NotNull @Valid ReadingBody reading) {
        KpiBaseline baseline() {
            return new KpiBaseline(period, reading.reading("baseline.reading"));
        }
    }

    /** A comparator and a value, or a direction alone: {"comparator": "GT", "value": 200} or {"direction": "UP"}. */
    record ReadingBody(
            Reading.@Nullable Comparator comparator,

            @Digits(
                    integer = 15,
                    fraction = Column.MOST_DECIMALS,
                    message = "must have no more than 15 digits before the point and 10 after it")
            @Nullable
            BigDecimal value,

            @Nullable Direction direction) {
        ReadingBody {
            if (value != null) value = value.stripTrailingZeros(); // 63.700000000000 has one digit after the point
        }

        Reading reading(String field) {
            if (!Reading.isReading(comparator, value, direction)) {
                throw new Refused(
                        Problem.malformed(field, "must be a comparator and a value, or a direction and nothing else"));
            }
            return new Reading(comparator, value, direction);
        }
    }

    record Target(
            @NotNull @Valid ReadingBody value, @NotNull BusinessDate dueOn) {}

    /**
     * @param source the document or system that the figure comes from; another source's figure stands beside it
     * @param illustrative whether it stands in for a figure that no source gives; false if left out
     */
    record MeasurementBody(
            @NotNull @Valid ReadingBody reading,
            @NotNull MeasurementStatus status,
            @NotNull @Name String source,
            @Nullable Boolean illustrative) {
        RecordMeasurement command(PlanId plan, KpiCode kpi, Period period) {
            return new RecordMeasurement(
                    plan,
                    kpi,
                    period,
                    source,
                    reading.reading("reading"),
                    status,
                    illustrative != null && illustrative);
        }
    }

    /** @param status as it was if left out */
    record Revision(
            @NotNull @Valid ReadingBody reading,
            @NotNull @Text String reason,
            @Nullable MeasurementStatus status,
            @NotNull @Name String source) {}

    /** @param source may be left out if only one source has a figure for the period */
    record MeasurementWithdrawal(
            @NotNull @Text String reason, @Name @Nullable String source) {}
}
