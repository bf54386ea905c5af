package org.paptracker.values.kpi;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;

/**
 * How a KPI is counted, so that two people count the same.
 *
 * @param numerator what is counted
 * @param denominator out of what; null for a plain count
 * @param clockStart when time begins to count; null where no time is measured
 * @param clockStop when it ends; null where no time is measured
 * @param exceptions what is left out; null if nothing is
 */
public record KpiDefinition(
        ErasableText numerator,
        @Nullable ErasableText denominator,
        @Nullable ErasableText clockStart,
        @Nullable ErasableText clockStop,
        @Nullable ErasableText exceptions) {}
