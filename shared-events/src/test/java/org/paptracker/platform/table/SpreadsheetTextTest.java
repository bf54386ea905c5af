package org.paptracker.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''=1",
                "=a\nb"
            })
    void what_would_be_run_gets_an_apostrophe_and_comes_back_without_it(String poison) {
        assertThat(SpreadsheetText.harmless(poison)).isEqualTo("'" + poison);
        assertThat(SpreadsheetText.original("'" + poison)).isEqualTo(poison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1=1", "a-b", " =x", "'tis the season", "'", "''", "mail@example.org"})
    void anything_else_is_left_as_it_is_both_ways(String harmless) {
        assertThat(SpreadsheetText.harmless(harmless)).isEqualTo(harmless);
        assertThat(SpreadsheetText.original(harmless)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "-5", "+44 1865"})
    void what_people_type_themselves_is_left_as_it_is(String typed) {
        assertThat(SpreadsheetText.original(typed)).isEqualTo(typed);
    }
}
