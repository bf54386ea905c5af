package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.http.WrittenText;

/** Texts of an XLSX file are what a spreadsheet shows, whichever of its ways they are written in. */
class XlsxTextTest {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("one_x000D_\ntwo", "one\r\ntwo"),
            Map.entry("a_x0041_b", "aAb"),
            Map.entry("a_x00e9_b", "aéb"),
            Map.entry("a_x0009_b", "a\tb"),
            Map.entry("_x005F_x000D_", "_x000D_"),
            Map.entry("_x005F__x0041_", "_A"),
            Map.entry("a_x005F_b", "a_b"),
            Map.entry("_xD83D__xDE00_!", "😀!"),
            Map.entry("_x0041_x0042_", "Ax0042_"),
            Map.entry("_x41_ _x00041_ _x00G1_ _X0041_ x0041_", "_x41_ _x00041_ _x00G1_ _X0041_ x0041_"));

    static List<Map.Entry<String, String>> texts() {
        return List.copyOf(TEXTS.entrySet());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void escapes_are_decoded_in_every_kind_of_text(Map.Entry<String, String> text) {
        String row = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><f>x</f><v>%1$s</v></c>"
                + "<c r='C1' t='inlineStr'><is><t>%1$s</t></is></c>"
                + "<c r='D1' t='inlineStr'><is><r><t>%1$s</t></r><r><t xml:space='preserve'> %1$s</t></r></is></c></row>";
        String shared = "<sst><si><t>%s</t></si></sst>".formatted(text.getKey());
        String shown = text.getValue();
        assertThat(XlsxFile.of(row.formatted(text.getKey()))
                        .with("xl/sharedStrings.xml", shared)
                        .rows())
                .containsExactly(new TableRow(1, List.of(shown, shown, shown, shown + " " + shown)));
    }

    @Test
    void an_escape_that_begins_in_one_run_and_ends_in_the_next_is_none() {
        String row = "<row r='1'><c r='A1' t='inlineStr'><is><r><t>a_x00</t></r><r><t>41_b</t></r></is></c></row>";
        assertThat(XlsxFile.of(row).rows()).containsExactly(new TableRow(1, List.of("a_x0041_b")));
    }

    @Test
    void what_an_escape_hides_is_looked_at_as_in_any_text() {
        String row = "<row r='1'><c r='A1' t='str'><v>a_x0000_b</v></c><c r='B1' t='str'><v>a_xD83D_b</v></c>"
                + "<c r='C1' t='str'><v>a_x202E_b</v></c></row>";
        assertThat(XlsxFile.of(row).rows().get(0).cells()).hasSize(3).noneMatch(WrittenText::isText);
    }

    @Test
    void the_name_of_a_sheet_is_decoded_in_what_is_said_of_it() {
        assertThatThrownBy(() -> XlsxFile.of("")
                        .replaced("name='t'", "name='Q1_x0026_Q2' state='hidden'")
                        .rows())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().detail()).contains("\"Q1&Q2\""));
    }

    @Test
    void a_text_is_as_long_as_it_is_shown() {
        String row = "<row r='1'><c r='A1' t='inlineStr'><is><t>%s</t></is></c></row>";
        assertThat(XlsxFile.of(row.formatted("_x0041_".repeat(32_767)))
                        .rows()
                        .get(0)
                        .cell(0))
                .hasSize(32_767);
        assertThatThrownBy(() ->
                        XlsxFile.of(row.formatted("_x0041_".repeat(32_768))).rows())
                .isInstanceOf(Refused.class);
    }
}
