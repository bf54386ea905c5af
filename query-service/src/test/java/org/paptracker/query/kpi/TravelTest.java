package org.paptracker.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Polarity;

class TravelTest {
    @ParameterizedTest
    @CsvSource({
        "UP, HIGHER_IS_BETTER, IMPROVING",
        "UP, LOWER_IS_BETTER, WORSENING",
        "UP, NEUTRAL, UNKNOWN",
        "DOWN, HIGHER_IS_BETTER, WORSENING",
        "DOWN, LOWER_IS_BETTER, IMPROVING",
        "SAME, LOWER_IS_BETTER, UNCHANGED",
        "SAME, NEUTRAL, UNCHANGED",
        ", LOWER_IS_BETTER, UNKNOWN",
    })
    void goes_the_better_or_the_worse_way_by_polarity(Direction direction, Polarity polarity, Travel travel) {
        assertThat(Travel.of(polarity, direction)).isEqualTo(travel);
    }
}
