package org.paptracker.events;

import java.time.LocalDate;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;

/** What can happen to a KPI and its measurements. Rules: docs/requirements.md, KPI-1 to KPI-16. */
@EventFamily("kpi")
public sealed interface KpiEvent extends DomainEvent {
    KpiCode kpi();

    @Override
    default String stream() {
        return Streams.of(KpiEvent.class, plan(), kpi());
    }

    @EventType(value = "kpi-defined", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record KpiDefined(PlanId plan, KpiCode kpi, KpiDetails details) implements KpiEvent {}

    /** The whole of the details as they now are. */
    @EventType(value = "kpi-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record KpiAmended(PlanId plan, KpiCode kpi, KpiDetails details) implements KpiEvent {}

    /** Where it should stand by a date. A target for the same date before it no longer holds. */
    @EventType("kpi-target-set")
    record KpiTargetSet(PlanId plan, KpiCode kpi, Reading value, BusinessDate dueOn) implements KpiEvent {}

    /**
     * What happens to the figure of one source for one period. Sources stand side by side: none overwrites another's.
     * It is true from the end of its period, or from the day it was recorded if that is sooner.
     */
    sealed interface MeasurementEvent extends KpiEvent {
        Period period();

        /** The document or system that the figure comes from. */
        String source();

        @Override
        default BusinessDate effectiveOn() {
            return period().date();
        }

        @Override
        default LocalDate countsFrom(LocalDate saidOn) {
            return period().countsFrom(saidOn);
        }
    }

    /**
     * @param illustrative whether it stands in for a figure that no source gives
     */
    @EventType(value = "measurement-recorded", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record MeasurementRecorded(
            PlanId plan,
            KpiCode kpi,
            Period period,
            String source,
            Reading reading,
            MeasurementStatus status,
            boolean illustrative)
            implements MeasurementEvent {}

    /** The source now says otherwise. What it said before stays to be read. */
    @EventType(value = "measurement-revised", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record MeasurementRevised(
            PlanId plan,
            KpiCode kpi,
            Period period,
            String source,
            Reading reading,
            MeasurementStatus status,
            ErasableText reason)
            implements MeasurementEvent {}

    @EventType(value = "measurement-withdrawn", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record MeasurementWithdrawn(PlanId plan, KpiCode kpi, Period period, String source, ErasableText reason)
            implements MeasurementEvent {}
}
