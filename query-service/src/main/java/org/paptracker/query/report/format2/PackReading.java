package org.paptracker.query.report.format2;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Reading;

/** A figure as it was read. */
record PackReading(
        Reading.@Nullable Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable Direction direction) {
    static @Nullable PackReading of(@Nullable Reading reading) {
        return reading == null ? null : new PackReading(reading.comparator(), reading.value(), reading.direction());
    }
}
