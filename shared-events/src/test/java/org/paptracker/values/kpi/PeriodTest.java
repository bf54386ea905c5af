package org.paptracker.values.kpi;

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
import org.paptracker.values.BusinessDate;
import tools.jackson.databind.json.JsonMapper;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2025-01-31, DAY,           2025-01-31, 2025-01-31, 2025-01-31",
        "2025-01,    MONTH,         2025-01-01, 2025-01-31, 2025-01",
        "2024-02,    MONTH,         2024-02-01, 2024-02-29, 2024-02",
        "2025-Q1,    QUARTER,       2025-01-01, 2025-03-31, 2025-Q1",
        "2025-Q4,    QUARTER,       2025-10-01, 2025-12-31, 2025-Q4",
        "2025,       YEAR,          2025-01-01, 2025-12-31, 2025",
        "2024-25AY,  ACADEMIC_YEAR, 2024-09-01, 2025-08-31, 2025-08-31",
        "2024-25FY,  FINANCIAL_YEAR, 2024-04-01, 2025-03-31, 2025-03-31",
        "2099-00AY,  ACADEMIC_YEAR, 2099-09-01, 2100-08-31, 2100-08-31",
    })
    void knows_its_first_and_last_day_and_is_written_as_it_was(
            String text, Period.Kind kind, LocalDate first, LocalDate last, String date) {
        Period period = Period.parse(text);

        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(text);
        assertThat(period.date()).isEqualTo(BusinessDate.parse(date));
        assertThat(JsonMapper.shared().writeValueAsString(period)).isEqualTo('"' + text + '"');
        assertThat(JsonMapper.shared().readValue('"' + text + '"', Period.class))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-26AY",
                "2024-24AY",
                "2024-26FY",
                "2024-25YY",
                "2024-M13",
                "2024-M1",
                "2024/25",
                "2024-25",
                "2025-Q5",
                "2025-02-30",
                "25",
                "",
                "AY",
                "9999-00AY",
                "+10000-01-31"
            })
    void is_refused_in_any_other_form(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_month_can_be_written_so_that_nobody_reads_two_years() {
        assertThat(Period.parse("2011-M12")).isEqualTo(Period.parse("2011-12")).hasToString("2011-12");
        assertThat(BusinessDate.parse("2011-M12"))
                .isEqualTo(BusinessDate.parse("2011-12"))
                .hasToString("2011-12");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01,    2024-12-31, false, 2025-01-31",
        "2025-01,    2025-01-01, false, 2025-01-01",
        "2025-01,    2025-01-31, false, 2025-01-31",
        "2025-01,    2025-02-01, true,  2025-01-31",
        "2025,       2025-12-31, false, 2025-12-31",
        "2024-25AY,  2025-02-03, false, 2025-02-03",
        "2024-25FY,  2025-02-03, false, 2025-02-03",
        "2024-25FY,  2025-04-01, true,  2025-03-31",
        "2025-01-31, 2025-01-31, true,  2025-01-31",
    })
    void is_known_no_further_than_the_day_on_which_somebody_speaks_of_it(
            String text, LocalDate saidOn, boolean over, LocalDate countsFrom) {
        Period period = Period.parse(text);
        assertThat(period.isOver(saidOn)).isEqualTo(over);
        assertThat(period.countsFrom(saidOn)).isEqualTo(countsFrom);
        assertThat(period.status(MeasurementStatus.FINAL, saidOn))
                .isEqualTo(over ? MeasurementStatus.FINAL : MeasurementStatus.PROVISIONAL);
    }

    @Test
    void sorts_by_when_it_ends_and_what_contains_another_after_it() {
        List<String> inOrder = List.of(
                "2024-11", "2024-12-31", "2024-12", "2024-Q4", "2024", "2025-01", "2025-08-31", "2025-08", "2024-25AY");
        assertThat(Stream.of(
                                "2024-25AY",
                                "2025-08",
                                "2024-12",
                                "2024",
                                "2024-11",
                                "2025-01",
                                "2024-Q4",
                                "2025-08-31",
                                "2024-12-31")
                        .map(Period::parse)
                        .sorted()
                        .map(Period::toString))
                .isEqualTo(inOrder);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01,    2025-01-31, 0",
        "2025-01,    2025-02-27, 0",
        "2025-01,    2025-02-28, 1",
        "2025-01,    2025-12-31, 11",
        "2025-01,    2024-12-31, 0",
        "2025-Q1,    2025-06-29, 0",
        "2025-Q1,    2025-12-31, 3",
        "2025,       2027-12-31, 2",
        "2024-25AY,  2026-08-31, 1",
        "2024-25FY,  2026-03-31, 1",
        "2024-25AY,  2026-08-30, 0",
        "2025-01-31, 2025-01-01, 0",
        "2025-01-31, 2025-04-30, 2",
        "2025-01-31, 2025-05-01, 3",
    })
    void counts_the_periods_that_end_after_it_by_a_day(String period, LocalDate day, long expected) {
        assertThat(Period.parse(period).periodsUntil(day)).isEqualTo(expected);
    }
}
