package org.paptracker.command.kpi;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;

/** What can be asked of a KPI. */
sealed interface KpiCommand extends Command {
    KpiCode kpi();

    @Override
    default String stream() {
        return Streams.of(KpiEvent.class, plan(), kpi());
    }

    /** Defines the KPI or, if it is defined already, amends it: the whole of its details as they should be. */
    record DefineKpi(PlanId plan, KpiCode kpi, KpiDetails details) implements KpiCommand {}

    record SetTarget(PlanId plan, KpiCode kpi, Reading value, BusinessDate dueOn) implements KpiCommand {}

    /** The first figure of a source for a period. */
    record RecordMeasurement(
            PlanId plan,
            KpiCode kpi,
            Period period,
            String source,
            Reading reading,
            MeasurementStatus status,
            boolean illustrative)
            implements KpiCommand {}

    /**
     * @param status null leaves it as it was
     */
    record ReviseMeasurement(
            PlanId plan,
            KpiCode kpi,
            Period period,
            String source,
            Reading reading,
            @Nullable MeasurementStatus status,
            ErasableText reason)
            implements KpiCommand {}

    /**
     * @param source null for the only one that has a figure for the period
     */
    record WithdrawMeasurement(
            PlanId plan,
            KpiCode kpi,
            Period period,
            @Nullable String source,
            ErasableText reason) implements KpiCommand {}
}
