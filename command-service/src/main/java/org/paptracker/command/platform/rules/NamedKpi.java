package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.fold.Fold;
import org.paptracker.values.kpi.KpiDetails;

/**
 * What others that name a KPI need to know of it.
 *
 * @param details null while it is not defined
 */
public record NamedKpi(@Nullable KpiDetails details) {
    public static final Fold<NamedKpi, KpiEvent> FOLD = Fold.from(new NamedKpi(null), KpiEvent.class)
            .on(KpiDefined.class, (kpi, event) -> new NamedKpi(event.details()))
            .on(KpiAmended.class, (kpi, event) -> new NamedKpi(event.details()))
            .partial();
}
