package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.platform.http.Refused;

class CsvTableTest {
    @Test
    void is_read_with_commas_or_semicolons_whichever_the_headings_have() {
        assertThat(read("a,b\n1;5,2\n")).containsExactly(row(1, "a", "b"), row(2, "1;5", "2"));
        assertThat(read("a;b\n1,5;2\n")).containsExactly(row(1, "a", "b"), row(2, "1,5", "2"));
    }

    @Test
    void a_row_of_thousands_of_columns_is_refused_and_nobody_has_to_wait_for_a_million_empty_ones() {
        refused(
                ("a,b\n" + ",".repeat(10_000)).getBytes(StandardCharsets.UTF_8),
                "Row 2 of the table has more than 200 columns");
        assertThat(read("a,b\n" + "\n".repeat(1_000_000))).hasSize(1_000_001);
        refused(("a,b\n\"" + "x".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8), "a quotation mark is not closed");
    }

    @Test
    void may_begin_with_a_byte_order_mark() {
        assertThat(read("\uFEFFa,b\r\n1,2\r\n")).containsExactly(row(1, "a", "b"), row(2, "1", "2"));
    }

    @Test
    void counts_rows_as_a_spreadsheet_does() {
        assertThat(read("a,b\n\n\"x\ny\",2\n,\n3,4"))
                .containsExactly(row(1, "a", "b"), row(2, ""), row(3, "x\ny", "2"), row(4, "", ""), row(5, "3", "4"));
    }

    @Test
    void takes_off_blanks_and_the_apostrophe_that_our_own_export_put_there() {
        assertThat(read("a,b,c\n'=1+1, x ,'tis\n")).contains(row(2, "=1+1", "x", "'tis"));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() {
        refused("a,b\n1,\"2\n3,4\n".getBytes(StandardCharsets.UTF_8), "after row 1");
        refused("a,b\n1,\"2\" x\n".getBytes(StandardCharsets.UTF_8), "quotation mark");
    }

    @Test
    void anything_but_utf_8_is_refused_and_not_guessed() {
        refused("a,b\nCaf\u00e9,1\n".getBytes(Charset.forName("windows-1252")), "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\na;b\n1;5,2\n",
                "\uFEFFSEP=;\r\na;b\r\n1;5,2\r\n",
                "\"sep=;\"\na;b\n1;5,2\n",
                "sep=\";\"\na;b\n1;5,2\n",
                "sep=\t\na\tb\n1\t5,2\n",
                "sep=\\t\na\tb\n1\t5,2\n",
                "sep=|\ra|b\r1|5,2\r",
                "sep=^\na^b\n1^5,2",
                "a\tb\n1\t5,2\n",
                "a|b\n1|5,2\n"
            })
    void a_first_line_can_name_the_separator_and_is_no_row_as_in_a_spreadsheet(String text) {
        assertThat(read(text)).containsExactly(row(1, "a", "b"), row(2, "1", "5,2"));
    }

    @Test
    void a_first_line_that_another_program_has_saved_as_a_row_counts_as_one() {
        assertThat(read("sep=;,,\na,b\n1,2\n")).containsExactly(row(2, "a", "b"), row(3, "1", "2"));
        assertThat(read("\"sep=,\",\na,b\n1,2\n")).containsExactly(row(2, "a", "b"), row(3, "1", "2"));
    }

    @Test
    void a_first_line_that_names_no_separator_or_another_than_there_is_is_refused() {
        refused("sep=\na,b\n".getBytes(StandardCharsets.UTF_8), "The first line, sep=, is to name");
        refused("sep=;b\na;b\n".getBytes(StandardCharsets.UTF_8), "The first line, sep=;b, is to name");
        refused("sep=;\na,b\n".getBytes(StandardCharsets.UTF_8), "separated by \",\"");
        refused("sep=;\na\tb\n".getBytes(StandardCharsets.UTF_8), "separated by a tab");
    }

    @Test
    void what_stands_in_quotation_marks_separates_nothing() {
        assertThat(read("\"a,b,c\";\"d\ne\";f\n1;2;3\n"))
                .containsExactly(row(1, "a,b,c", "d\ne", "f"), row(2, "1", "2", "3"));
    }

    @Test
    void may_be_what_excel_calls_unicode_text() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            List<TableRow> rows = new ArrayList<>();
            CsvTable.read("\uFEFFa\tb\r\nCaf\u00e9\t\"x, y\"\r\n".getBytes(charset), rows::add);
            assertThat(rows).containsExactly(row(1, "a", "b"), row(2, "Caf\u00e9", "x, y"));
        }
        refused("a\tb\n".getBytes(StandardCharsets.UTF_16LE), "number 0");
        refused("\uFEFFa\tb\n".getBytes(Charset.forName("UTF-32LE")), "UTF-32");
        refused(Arrays.copyOf("\uFEFFa".getBytes(StandardCharsets.UTF_16LE), 5), "UTF-16LE");
    }

    @Test
    void what_is_no_utf_8_is_refused_with_its_line() {
        refused("a,b\n1,2\nCaf\u00e9,1\n".getBytes(Charset.forName("windows-1252")), "line 3");
    }

    @Test
    void blanks_of_every_kind_are_taken_off_round_a_cell() {
        assertThat(read("\u00A0a\u00A0,\u200Bb\uFEFF,\u202F\u3000c\n\u00A0,\u200E 2025-02-13,\u2764\uFE0F\n"))
                .containsExactly(row(1, "a", "b", "c"), row(2, "", "2025-02-13", "\u2764\uFE0F"));
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> CsvTable.read(file, row -> {})).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("import.unreadable");
            assertThat(refused.problem().detail()).contains(words);
        });
    }

    private static List<TableRow> read(String text) {
        List<TableRow> rows = new ArrayList<>();
        CsvTable.read(text.getBytes(StandardCharsets.UTF_8), rows::add);
        return rows;
    }

    private static TableRow row(int line, String... cells) {
        return new TableRow(line, List.of(cells));
    }
}
