package org.paptracker.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledGaugeTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LabelledGauge gauge = new LabelledGauge(registry, "pap.things", "Things");

    private static Map<Tags, Number> values(int labels, int value) {
        Map<Tags, Number> values = new HashMap<>();
        IntStream.range(0, labels).forEach(i -> values.put(Tags.of("plan", "p" + i), value));
        return values;
    }

    @Test
    void shows_the_latest_value_of_each_label() {
        gauge.show(values(2, 1));
        gauge.show(values(2, 7));
        assertThat(registry.scrape()).contains("pap_things{plan=\"p0\"} 7.0", "pap_things{plan=\"p1\"} 7.0");
    }

    @Test
    void no_longer_shows_what_is_gone() {
        gauge.show(values(2, 1));
        gauge.show(values(1, 1));
        assertThat(registry.scrape()).contains("p0").doesNotContain("p1");
    }

    @Test
    void can_be_scraped_while_it_changes() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread counting = new Thread(() -> {
            for (int i = 0; !done.get(); i++) gauge.show(values(500, i));
        });
        counting.start();
        try {
            assertThatNoException().isThrownBy(() -> IntStream.range(0, 200).forEach(i -> registry.scrape()));
        } finally {
            done.set(true);
            counting.join();
        }
    }
}
