package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** A KPI as the API shows it, with what its figures say together. */
public record KpiItem(
        @JsonUnwrapped KpiView kpi, @JsonUnwrapped Trend trend) {
    public static KpiItem of(KpiView kpi, LocalDate day) {
        return new KpiItem(kpi, Trend.of(kpi, day));
    }
}
