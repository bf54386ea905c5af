package org.paptracker.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.json.JsonMapper;

class ChangeTest {
    private static Reading reading(String text) {
        return switch (text.charAt(0)) {
            case '<' -> Reading.of(Reading.Comparator.LT, text.substring(1));
            case '>' -> Reading.of(Reading.Comparator.GT, text.substring(1));
            case '~' -> Reading.of(Reading.Comparator.APPROX, text.substring(1));
            default -> Reading.exactly(text);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            21    | 44    | up by exactly 23
            25.18 | 34.57 | up by exactly 9.39
            71    | 67    | down by exactly 4
            44    | 44.0  | unchanged
            >200  | <50   | down by at least 150
            <50   | >200  | up by at least 150
            >200  | 50    | down by at least 150
            200   | <50   | down by at least 150
            <50   | 200   | up by at least 150
            50    | >200  | up by at least 150
            100   | <150  | up by at most 50, or down
            100   | >50   | down by at most 50, or up
            <150  | 100   | down by at most 50, or up
            >50   | 100   | up by at most 50, or down
            <50   | >20   | down by at most 30, or up
            >20   | <50   | up by at most 30, or down
            50    | <50   | down
            50    | >50   | up
            <50   | 50    | up
            >50   | <50   | down
            <50   | <40   | not known
            >50   | >60   | not known
            ~100  | 120   | not known
            100   | ~120  | not known
            """)
    void says_no_more_than_is_certain(String before, String after, String words) {
        assertThat(Change.between(reading(before), reading(after)).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void only_knows_the_way_where_that_is_all_that_is_said(Direction direction) {
        assertThat(Change.between(reading("5"), Reading.going(direction)))
                .isEqualTo(new Change(Change.Bound.UNKNOWN, direction, null));
        assertThat(Change.between(Reading.going(direction), reading("5")))
                .isEqualTo(new Change(Change.Bound.UNKNOWN, null, null));
    }

    @Test
    void is_certain_of_its_way_unless_it_may_have_been_the_other() {
        assertThat(Change.between(reading(">200"), reading("<50")).certain()).isEqualTo(Direction.DOWN);
        assertThat(Change.between(reading("21"), reading("44")).certain()).isEqualTo(Direction.UP);
        assertThat(Change.between(reading("100"), reading("<150")).certain()).isNull();
    }

    @Test
    void is_written_with_its_words() {
        assertThat(JsonMapper.shared().writeValueAsString(Change.between(reading(">200"), reading("<50"))))
                .contains("\"bound\":\"AT_LEAST\"", "\"direction\":\"DOWN\"", "\"by\":150", "down by at least 150");
    }

    /** Whatever numbers the readings stand for, what is said of their difference is true. */
    @Test
    void is_true_of_every_pair_of_numbers() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal from = BigDecimal.valueOf(random.nextInt(40));
            BigDecimal to = BigDecimal.valueOf(random.nextInt(40));
            Change change = Change.between(readingOf(from, random), readingOf(to, random));
            BigDecimal up = to.subtract(from);
            if (change.certain() != null) {
                int sign = switch (change.certain()) {
                    case UP -> 1;
                    case DOWN -> -1;
                    case SAME -> 0;
                };
                assertThat(up.signum()).as(change.inWords()).isEqualTo(sign);
            }
            if (change.by() == null) continue;
            BigDecimal along = change.direction() == Direction.DOWN ? up.negate() : up;
            switch (change.bound()) {
                case EXACTLY -> assertThat(along).isEqualByComparingTo(change.by());
                case AT_LEAST -> assertThat(along).isGreaterThanOrEqualTo(change.by());
                case AT_MOST -> assertThat(along).isLessThanOrEqualTo(change.by());
                case UNKNOWN -> throw new AssertionError("An amount that is not known");
            }
        }
    }

    /** A reading that a number may stand behind. */
    private static Reading readingOf(BigDecimal number, Random random) {
        BigDecimal distance = BigDecimal.valueOf(1 + random.nextInt(10));
        return switch (random.nextInt(3)) {
            case 0 -> new Reading(Reading.Comparator.LT, number.add(distance), null);
            case 1 -> new Reading(Reading.Comparator.GT, number.subtract(distance), null);
            default -> new Reading(Reading.Comparator.EQ, number, null);
        };
    }
}
