package org.paptracker.command.kpi;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.KpiEvent;
import org.paptracker.platform.http.CalendarDays;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.Period;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a KPI. */
@Aggregate(type = "kpi")
class KpiAggregate extends EventSourced<Kpi, KpiCommand, KpiEvent> {
    private static final PathCode<Period> PERIOD =
            new PathCode<>(Period.class, "period", "(?s).*", Period.WORDS + CalendarDays.RANGE, CalendarDays::period);

    private static final Slice<Kpi, KpiCommand, KpiEvent> SLICE = Slice.of(
                    KpiEvent.class, KpiDecider.RULES, PathCode.of(KpiCode.class, "kpi", KpiCode::new), PERIOD)
            .ownedAs(KpiDecider::requireOwn)
            .saidAs(KpiDecider::words);

    KpiAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> kpiSlice() {
        return SLICE;
    }

    @Decides
    Long handle(KpiCommand command, Context context) {
        return handled(command, context);
    }
}
