package org.paptracker.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {
    @ParameterizedTest
    @CsvSource({
        "PA4-01, pa4-01",
        "PA4-01, PA4-O1",
        "PA4-01, PA4-o1",
        "PA4-01, PA4-0l",
        "PA4-01, PA4-0I",
        "PA4-01, pa4-0i",
        "PA4-01, pa4-oL",
        "PA4-11, Pa4-lI",
        "farm-0, FARM-O",
        "farm-1, farrn-l",
        "FARM-1, farrn-I",
        "PA4-01, \u0420\u04104-01"
    })
    void is_one_for_what_differs_by_case_or_by_what_looks_alike(String one, String other) {
        assertThat(LookAlike.of(one)).isEqualTo(LookAlike.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "PA4-01, PA4-02",
        "PA4-01, PA4.01",
        "PA4-01, PA4-001",
        "T1, T2",
        "S5, SS",
        "B8, BB",
        "Z2, ZZ",
        "KPI-6, KPI-9"
    })
    void is_another_for_what_people_tell_apart(String one, String other) {
        assertThat(LookAlike.of(one)).isNotEqualTo(LookAlike.of(other));
    }

    @Test
    void a_stream_keeps_its_kind_and_its_plan() {
        assertThat(LookAlike.ofStream("action:p1/PA4-01")).isEqualTo(LookAlike.ofStream("action:p1/pa4-o1"));
        assertThat(LookAlike.ofStream("action:p1/PA4-01"))
                .isNotEqualTo(LookAlike.ofStream("action:pl/PA4-01"))
                .isNotEqualTo(LookAlike.ofStream("risk:p1/PA4-01"));
        assertThat(LookAlike.ofStream("plan:p1")).isEqualTo(LookAlike.ofStream("plan:pl"));
    }
}
