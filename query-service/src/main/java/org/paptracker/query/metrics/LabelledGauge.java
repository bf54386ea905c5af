package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;

/**
 * A gauge with a value for each set of labels. A value that stays changes in place: if it were taken away and put back, a
 * scrape at that moment could meet it twice, and fail.
 */
final class LabelledGauge {
    private final MultiGauge gauge;
    private volatile Map<Tags, Number> values = Map.of();

    LabelledGauge(MeterRegistry registry, String name, String description) {
        gauge = MultiGauge.builder(name).description(description).register(registry);
    }

    /** What is not among {@code now} is shown no more. */
    void show(Map<Tags, Number> now) {
        values = Map.copyOf(now);
        List<Row<?>> rows = values.keySet().stream()
                .<Row<?>>map(tags -> Row.of(tags, this, shown -> shown.value(tags)))
                .toList();
        gauge.register(rows, false);
    }

    private double value(Tags tags) {
        return values.getOrDefault(tags, Double.NaN).doubleValue();
    }
}
