package org.paptracker.query.kpi;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.CsvTable;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The figures of all KPIs, in the columns in which measurements are imported. */
@RestController
class MeasurementExportApi {
    private static final List<String> HEADINGS =
            List.of("kpi", "period", "value", "comparator", "direction", "status", "source", "illustrative");

    private final Kpis kpis;

    MeasurementExportApi(Kpis kpis) {
        this.kpis = kpis;
    }

    /** Those that stand. */
    @RequiresRight(Right.READ)
    @GetMapping(value = "/api/v1/plans/{plan}/exports/measurements", produces = "text/csv")
    ResponseEntity<String> measurements(@PathVariable PlanId plan, AsAt asAt) {
        CsvTable table = new CsvTable(HEADINGS);
        for (KpiView kpi : kpis.of(plan, asAt)) {
            kpi.figures().measurements().stream()
                    .filter(MeasurementView::stands)
                    .forEach(figure -> row(table, kpi, figure));
        }
        return table.answer();
    }

    private static void row(CsvTable table, KpiView kpi, MeasurementView figure) {
        Reading reading = figure.reading();
        table.row(
                "/api/v1/plans/%s/kpis/%s".formatted(kpi.plan(), kpi.code()),
                kpi.code(),
                figure.period(),
                reading.value() == null ? null : reading.value().toPlainString(),
                reading.comparator(),
                reading.direction(),
                figure.status(),
                figure.source(),
                figure.illustrative() ? true : null);
    }
}
