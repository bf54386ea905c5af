package org.paptracker.values.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReadingTest {
    @Test
    void is_a_comparator_and_a_value_or_a_direction_and_never_both_or_half() {
        BigDecimal one = BigDecimal.ONE;
        assertThat(Reading.isReading(Reading.Comparator.EQ, one, null)).isTrue();
        assertThat(Reading.isReading(null, null, Direction.UP)).isTrue();
        assertThat(Reading.isReading(null, null, null)).isFalse();
        assertThat(Reading.isReading(null, one, null)).isFalse();
        assertThat(Reading.isReading(Reading.Comparator.EQ, null, null)).isFalse();
        assertThat(Reading.isReading(Reading.Comparator.EQ, one, Direction.UP)).isFalse();
        assertThat(Reading.isReading(null, one, Direction.UP)).isFalse();
        assertThatThrownBy(() -> new Reading(null, one, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"44.0, 44", "3600, 3600", "25.18, 25.18", "25.10, 25.1", "1E+3, 1000", "0.00, 0"})
    void has_no_meaningless_zeros(String given, String value) {
        assertThat(Reading.exactly(given)).isEqualTo(Reading.exactly(value));
        assertThat(Reading.exactly(given).value()).hasToString(value);
    }

    @Test
    void is_an_object_in_json() {
        String more = JsonMapper.shared().writeValueAsString(Reading.of(Reading.Comparator.GT, "200"));
        assertThat(more).contains("\"comparator\":\"GT\"", "\"value\":200");
        assertThat(JsonMapper.shared().readValue(more, Reading.class))
                .isEqualTo(Reading.of(Reading.Comparator.GT, "200"));
        assertThat(JsonMapper.shared().readValue("{\"direction\":\"UP\"}", Reading.class))
                .isEqualTo(Reading.going(Direction.UP));
    }

    @Test
    void is_exact_only_where_the_source_is() {
        assertThat(Reading.exactly("44").exact()).isEqualByComparingTo("44");
        assertThat(Reading.of(Reading.Comparator.LT, "44").exact()).isNull();
        assertThat(Reading.going(Direction.UP).exact()).isNull();
    }

    @Test
    void is_never_written_out_with_a_thousand_million_zeros() {
        assertThat(Reading.exactly("1e2").value()).hasToString("100");
        assertThat(Reading.exactly("1e999999999").value()).hasToString("1E+999999999");
    }

    @Test
    void is_said_as_people_say_it() {
        assertThat(Reading.exactly("44").inWords()).isEqualTo("44");
        assertThat(Reading.of(Reading.Comparator.LT, "50").inWords()).isEqualTo("less than 50");
        assertThat(Reading.of(Reading.Comparator.GT, "200").inWords()).isEqualTo("more than 200");
        assertThat(Reading.of(Reading.Comparator.APPROX, "100").inWords()).isEqualTo("about 100");
        assertThat(Reading.going(Direction.UP).inWords()).isEqualTo("up");
        assertThat(Reading.going(Direction.DOWN).inWords()).isEqualTo("down");
        assertThat(Reading.going(Direction.SAME).inWords()).isEqualTo("unchanged");
    }
}
