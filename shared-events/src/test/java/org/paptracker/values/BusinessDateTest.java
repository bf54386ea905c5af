package org.paptracker.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.values.BusinessDate.Precision;
import tools.jackson.databind.json.JsonMapper;

class BusinessDateTest {
    @ParameterizedTest
    @CsvSource({
        "2025-02-13, DAY,     2025-02-13, 2025-02-13",
        "2024-02-29, DAY,     2024-02-29, 2024-02-29",
        "2025-04,    MONTH,   2025-04-01, 2025-04-30",
        "2024-02,    MONTH,   2024-02-01, 2024-02-29",
        "2025-12,    MONTH,   2025-12-01, 2025-12-31",
        "2025-Q1,    QUARTER, 2025-01-01, 2025-03-31",
        "2025-Q2,    QUARTER, 2025-04-01, 2025-06-30",
        "2025-Q3,    QUARTER, 2025-07-01, 2025-09-30",
        "2025-Q4,    QUARTER, 2025-10-01, 2025-12-31",
        "2025,       YEAR,    2025-01-01, 2025-12-31",
    })
    void a_date_is_no_more_exact_than_it_is_written(String text, Precision precision, LocalDate first, LocalDate last) {
        BusinessDate date = BusinessDate.parse(text);

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
        assertThat(date).hasToString(text);
        assertThat(JsonMapper.shared().writeValueAsString(date)).isEqualTo('"' + text + '"');
        assertThat(JsonMapper.shared().readValue('"' + text + '"', BusinessDate.class))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "+999999999-12-31",
                "-2025-01-01",
                "+2025-01-01",
                "2025-02-29",
                "2025-04-31",
                "2025-13",
                "2025-00",
                "2025-Q0",
                "2025-Q5",
                "2025-q1",
                "25",
                "202",
                "20255",
                "2025-4",
                "2025-4-1",
                "13/02/2025",
                "2025-02-13T00:00",
                " 2025",
                "2025 ",
                "",
                "soon",
                "-2025",
                "２０２５",
                "2025-Q",
                "2025-",
                "0000-00-00"
            })
    void what_is_no_date_is_refused(String text) {
        assertThatThrownBy(() -> BusinessDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void dates_sort_by_their_last_day_and_the_more_exact_first() {
        List<String> ordered = List.of(
                "2024-12-31",
                "2025-01-15",
                "2025-01-31",
                "2025-01",
                "2025-03-31",
                "2025-03",
                "2025-Q1",
                "2025-04",
                "2025-Q2",
                "2025-12-31",
                "2025-12",
                "2025-Q4",
                "2025",
                "2026-01-01");
        List<BusinessDate> dates = ordered.stream().map(BusinessDate::parse).toList();

        for (int i = 0; i < dates.size(); i++) {
            for (int j = 0; j < dates.size(); j++) {
                assertThat(Integer.signum(dates.get(i).compareTo(dates.get(j))))
                        .as("%s and %s", dates.get(i), dates.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-13, 2025-02-20, 2025-02-13",
        "2025-02,    2025-02-13, 2025-02-13",
        "2025-02,    2025-02-28, 2025-02-28",
        "2025-02,    2025-03-01, 2025-02-28",
        "2025-Q1,    2025-01-01, 2025-01-01",
        "2025,       2025-11-29, 2025-11-29",
        "2025,       2026-11-29, 2025-12-31",
        "2026,       2025-11-29, 2026-12-31", // nobody can record that, and an older log would mean it
    })
    void counts_no_later_than_the_day_on_which_it_was_said(String date, LocalDate saidOn, LocalDate countsFrom) {
        assertThat(BusinessDate.parse(date).countsFrom(saidOn)).isEqualTo(countsFrom);
    }

    @Test
    void dates_that_compare_the_same_are_the_same() {
        List<BusinessDate> dates = Stream.of("2025", "2025-Q4", "2025-12", "2025-12-31", "2025-12-01")
                .map(BusinessDate::parse)
                .toList();
        for (BusinessDate one : dates) {
            for (BusinessDate other : dates) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-13,13 February 2025",
        "2025-04,April 2025",
        "2025-Q2,April to June 2025",
        "2025-Q4,October to December 2025",
        "2025,2025"
    })
    void is_said_as_people_say_it(String date, String words) {
        assertThat(BusinessDate.parse(date).inWords()).isEqualTo(words);
    }
}
