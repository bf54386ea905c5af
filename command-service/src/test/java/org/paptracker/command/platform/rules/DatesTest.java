package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.values.BusinessDate;

class DatesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 28);

    @Test
    void that_are_not_given_mean_today() {
        assertThat(Dates.effective(null, TODAY)).isEqualTo(BusinessDate.day(TODAY));
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28", "2025-02", "2025-Q1", "2025"})
    void may_have_begun_today(String begun) {
        BusinessDate date = BusinessDate.parse(begun);
        assertThat(Dates.effective(date, TODAY)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-01", "2025-03", "2025-Q2", "2026"})
    void may_not_all_lie_ahead(String ahead) {
        assertThatThrownBy(() -> Dates.effective(BusinessDate.parse(ahead), TODAY))
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("effective-on.in-future");
    }

    @ParameterizedTest
    @CsvSource({"2025-02-10, 2025-02", "2025-02-13, 2025-02-13", "2025, 2025-02-13", "2024-01-01,"})
    void may_lie_after_a_beginning_or_within_it(String date, String start) {
        BusinessDate on = BusinessDate.parse(date);
        BusinessDate since = start == null ? null : BusinessDate.parse(start);
        assertThat(Dates.effective(on, since, TODAY)).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31, 2025-02", "2025-02-12, 2025-02-13", "2024, 2025-02-13"})
    void may_not_lie_before_a_beginning(String date, String start) {
        assertThatThrownBy(() -> Dates.effective(BusinessDate.parse(date), BusinessDate.parse(start), TODAY))
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("effective-on.before-start");
    }
}
