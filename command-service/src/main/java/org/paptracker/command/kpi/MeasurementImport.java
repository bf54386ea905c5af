package org.paptracker.command.kpi;

import java.util.List;
import org.paptracker.command.kpi.KpiApi.MeasurementBody;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.imports.Column;
import org.paptracker.command.platform.imports.ImportKind;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Figures of many KPIs as a table. */
@Component
class MeasurementImport implements ImportKind<MeasurementBody> {
    private static final String READING = "reading";

    @Override
    public String name() {
        return "measurements";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.key("kpi", KpiCode.class, "The KPI's code, such as annual-review-backlog"),
                Column.period("period", Period.class, "What the figure speaks of: " + Period.WORDS),
                Column.number("value", "The figure, in the unit of the KPI; blank if only a direction is known")
                        .in(READING),
                Column.text(
                                "comparator",
                                "How the value is meant, one of " + List.of(Reading.Comparator.values())
                                        + "; with each value")
                        .in(READING),
                Column.text("direction", "One of " + List.of(Direction.values()) + ", if the source gives no number")
                        .in(READING),
                Column.text("status", "One of " + List.of(MeasurementStatus.values()))
                        .always(),
                Column.text("source", "The document or system that the figure comes from")
                        .always(),
                Column.truth(
                        "illustrative", "true if it stands in for a figure that no source gives; false if left blank"));
    }

    @Override
    public Class<MeasurementBody> body() {
        return MeasurementBody.class;
    }

    @Override
    public Command command(PlanId plan, Keys keys, MeasurementBody body) {
        return body.command(plan, keys.get(KpiCode.class), keys.get(Period.class));
    }
}
