package org.paptracker.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void the_median_is_the_sample_in_the_middle_in_whatever_order_they_came() {
        assertThat(Measure.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Measure.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.0);
    }

    @Test
    void one_sample_in_a_hundred_may_be_worse_than_the_99th_percentile() {
        List<Double> samples =
                IntStream.rangeClosed(1, 200).mapToObj(i -> (double) i).toList();
        assertThat(Measure.percentile(samples, 99)).isEqualTo(198.0);
        assertThat(Measure.percentile(samples, 100)).isEqualTo(200.0);
        assertThat(Measure.percentile(samples, 1)).isEqualTo(2.0);
    }

    @Test
    void a_single_sample_is_every_percentile() {
        assertThat(Measure.percentile(List.of(7.0), 1)).isEqualTo(7.0);
        assertThat(Measure.percentile(List.of(7.0), 99)).isEqualTo(7.0);
    }

    @Test
    void nothing_has_no_median() {
        assertThatIllegalArgumentException().isThrownBy(() -> Measure.median(List.of()));
    }
}
