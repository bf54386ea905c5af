package org.paptracker.values.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiDetailsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "children",
                "CYP",
                "cases",
                "patients",
                "permanent exclusions",
                "tribunals",
                "Plätze",
                "weeks of pupils"
            })
    void whole_numbers_count_people_whatever_the_unit_is_called(String unit) {
        assertThat(KpiDetails.countsPeople(null, unit)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"per cent", "weeks", " Days ", "%", "£"})
    void a_unit_of_measure_counts_nobody(String unit) {
        assertThat(KpiDetails.countsPeople(null, unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"per cent", "children"})
    void what_the_kpi_says_of_itself_counts(String unit) {
        assertThat(KpiDetails.countsPeople(true, unit)).isTrue();
        assertThat(KpiDetails.countsPeople(false, unit)).isFalse();
    }
}
