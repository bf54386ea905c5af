package org.paptracker.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Reading;

class SmallCountTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "4", "4.5"})
    void one_to_four_people_are_few_enough_to_be_recognised(String few) {
        assertThat(SmallCount.is(Reading.exactly(few))).isTrue();
        assertThat(SmallCount.is(Reading.of(Reading.Comparator.APPROX, few))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "250"})
    void nobody_is_recognised_by_none_or_by_five(String count) {
        assertThat(SmallCount.is(Reading.exactly(count))).isFalse();
    }

    @Test
    void a_direction_counts_nobody() {
        assertThat(SmallCount.is(Reading.going(Direction.DOWN))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EQ, 3, LT, 5", "LT, 4, LT, 5", "GT, 3, GT, 0", "APPROX, 4, GT, 0", "EQ, 0, EQ, 0", "EQ, 5, EQ, 5"})
    void is_told_to_everybody_no_more_exactly_than_is_true_of_any(
            Reading.Comparator comparator, String value, Reading.Comparator told, String than) {
        assertThat(SmallCount.blurred(Reading.of(comparator, value))).isEqualTo(Reading.of(told, than));
    }

    @Test
    void a_direction_is_told_as_it_is() {
        assertThat(SmallCount.blurred(Reading.going(Direction.UP))).isEqualTo(Reading.going(Direction.UP));
    }
}
