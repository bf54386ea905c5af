package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.platform.table.SpreadsheetCell;
import org.paptracker.query.History;
import org.paptracker.query.history.EntrySubject;

class AuditCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "＠SUM(A1)", "'=1+1"})
    void what_a_spreadsheet_would_run_is_shown_as_text(String poison) {
        assertThat(table(poison)).contains("'" + poison).doesNotContain("," + poison, "\"" + poison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1=1", "a-b", "mail@example.org", " =x"})
    void anything_else_is_left_as_it_is(String harmless) {
        assertThat(table(harmless)).contains("," + harmless + ",").doesNotContain("'");
    }

    @Test
    void no_cell_is_longer_than_a_spreadsheet_takes() {
        String fits = "x".repeat(SpreadsheetCell.LONGEST);
        assertThat(table(fits)).contains("," + fits + ",");
        assertThat(table("=" + fits.substring(1)))
                .doesNotContain("xxx")
                .contains("(32,768 characters: too many for a cell. All of it:"
                        + " /api/v1/plans/oxfordshire-pap/audit?before=2&limit=1)");
        assertThat(table(fits + "x")).doesNotContain("xxx").contains("(32,768 characters: too many for a cell.");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-25T23:30:00Z, 2025-10-26T00:30:00.000+01:00", // the first half hour of a day, in summer time
        "2025-10-26T01:30:00Z, 2025-10-26T01:30:00.000Z",
        "2025-12-01T09:00:00.250Z, 2025-12-01T09:00:00.250Z"
    })
    void a_time_is_that_of_london_with_its_offset(Instant recorded, String shown) {
        assertThat(table("a source", recorded)).contains("1," + shown + ",");
    }

    private static String table(String source) {
        return table(source, Instant.EPOCH);
    }

    private static String table(String source, Instant recordedAt) {
        return AuditCsv.of(List.of(new AuditEntry(
                1,
                recordedAt,
                null,
                History.PLAN,
                org.paptracker.query.History.BY_LEAD.called("lead-t2", 0),
                null,
                null,
                "plan-registered",
                new EntrySubject("plan", "oxfordshire-pap"),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                "The plan was registered.",
                List.of(),
                List.of(),
                source,
                null,
                null,
                null)));
    }
}
