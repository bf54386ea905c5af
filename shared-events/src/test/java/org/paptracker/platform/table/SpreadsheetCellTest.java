package org.paptracker.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.platform.table.SpreadsheetCell.Several;

class SpreadsheetCellTest {
    @Test
    void a_list_that_is_too_long_is_a_count_and_the_address_of_all_of_it() {
        assertThat(SpreadsheetCell.of(new Several(List.of("=1", "2")), "/all")).isEqualTo("'=1; 2");
        assertThat(SpreadsheetCell.of(new Several(Collections.nCopies(4_000, "PA3-01.11")), "/all"))
                .isEqualTo("(4,000 values, 43,998 characters: too many for a cell. All of it: /all)");
    }

    @Test
    void length_is_counted_in_utf_16_units_as_spreadsheets_do() {
        assertThat(SpreadsheetCell.of("\uD83D\uDE00".repeat(16_384), "/all")).contains("32,768 characters");
        assertThat(SpreadsheetCell.of(null, "/all")).isEmpty();
    }
}
