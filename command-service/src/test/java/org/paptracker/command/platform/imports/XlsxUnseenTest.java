package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.platform.http.Refused;

/** What a table holds and people don't see, or see otherwise than a program would take it. */
class XlsxUnseenTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEADINGS = "<row r='1'><c r='A1' t='str'><v>action</v></c></row>";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='B7'><f>1+1</f></c>",
                "<c r='B7'><f>1+1</f><v/></c>",
                "<c r='B7' t='s'><f>A1</f><v></v></c>",
                "<c r='B7' t='str'><f>A1</f></c>",
                "<c r='B7'><f t='shared' si='0'/></c>",
                "<c r='B7'><f t='array' ref='B7:B9'>A1:A3</f></c>"
            })
    void a_formula_that_came_to_nothing_is_refused_with_its_cell(String cell) throws IOException {
        refused(sheet("<sheetData><row r='7'>" + cell + "</row></sheetData>"), "import.not-calculated", "Cell B7");
    }

    @Test
    void a_formula_that_came_to_an_empty_text_is_an_empty_cell() throws IOException {
        String row = "<row r='2'><c r='A2' t='str'><f>\"\"</f><v></v></c><c r='B2'><f>1+1</f><v>2</v></c></row>";
        assertThat(read(sheet("<sheetData>" + row + "</sheetData>")))
                .containsExactly(new TableRow(2, List.of("", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden", "HIDDEN", "something"})
    void a_hidden_first_sheet_is_refused_with_its_name(String state) throws IOException {
        Map<String, String> parts = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        parts.put(
                "xl/workbook.xml",
                workbook("<sheet name='old' state='%s' r:id='rId1'/><sheet name='new' r:id='rId2'/>".formatted(state)));
        refused(parts, "import.hidden", "\"old\"");
    }

    @Test
    void a_hidden_sheet_behind_the_first_is_not_read_and_does_no_harm() throws IOException {
        Map<String, String> parts = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        parts.put(
                "xl/workbook.xml",
                workbook("<sheet name='new' state='visible' r:id='rId1'/><sheet name='lists' state='hidden'"
                        + " r:id='rId2'/>"));
        assertThat(read(parts)).containsExactly(new TableRow(1, List.of("action")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<sheetData><row r='7' hidden='1'><c r='B7'><v>1</v></c></row></sheetData> | Row 7",
                "<sheetData><row r='7' hidden='true'><c r='B7'><v>1</v></c></row></sheetData> | Row 7",
                "<sheetData><row r='7' ht='0' customHeight='1'><c r='B7'><v>1</v></c></row></sheetData> | Row 7",
                "<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='7'><c"
                        + " r='C7'><v>1</v></c></row></sheetData> | Cell C7",
                "<cols><col min='3' max='16384' width='0' customWidth='1'/></cols><sheetData><row r='7'><c"
                        + " r='C7'><v>1</v></c></row></sheetData> | Cell C7",
                "<sheetFormatPr zeroHeight='1'/><sheetData><row r='7'><c r='B7'><v>1</v></c></row></sheetData> | sheet"
                        + " \"t\"",
                "<sheetFormatPr defaultRowHeight='0'/><sheetData><row r='7'><c r='B7'><v>1</v></c></row></sheetData> |"
                        + " sheet \"t\"",
                "<sheetData><row r='7'><c r='B7'><v>1</v></c></row></sheetData><mergeCells><mergeCell"
                        + " ref='A7:C7'/></mergeCells> | Cells A7:C7",
                "<sheetData><row r='7'><c r='A7'><v>1</v></c></row></sheetData><mergeCells><mergeCell"
                        + " ref='A7:A9'/></mergeCells> | Cells A7:A9",
                "<sheetData><row r='7'><c r='B7' s='1'><v>1</v></c></row></sheetData> | Cell B7",
                "<sheetData><row r='7'><c r='B7' s='2' t='str'><v>words</v></c></row></sheetData> | Cell B7"
            })
    void what_is_hidden_and_holds_something_is_refused_with_its_place(String sheet, String place) throws IOException {
        refused(sheet(sheet), "import.hidden", place);
    }

    @Test
    void what_is_hidden_and_empty_does_no_harm() throws IOException {
        String sheet = "<cols><col min='2' max='9' hidden='1'/></cols><sheetData>" + HEADINGS
                + "<row r='7' hidden='1'><c r='A7' s='1'/></row></sheetData><mergeCells><mergeCell"
                + " ref='A30:C31'/></mergeCells>";
        assertThat(read(sheet(sheet)).get(0)).isEqualTo(new TableRow(1, List.of("action")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r='7'><c r='B7'><v>1</v></c><c r='B7'><v>2</v></c></row> | Cell B7",
                "<row r='7'><c r='C7'><v>1</v></c><c r='B7'><v>2</v></c></row> | Cell B7",
                "<row r='7'><c r='B8'><v>1</v></c></row> | Cell B8",
                "<row r='7'><c r='B7'><v>1</v><v>2</v></c></row> | Cell B7",
                "<row r='7'><c r='B7' t='inlineStr'><is><t>1</t></is><v>2</v></c></row> | Cell B7",
                "<row r='7'/><row r='7'><c r='B7'><v>1</v></c></row> | Row 7",
                "<row r='8'/><row r='7'><c r='B7'><v>1</v></c></row> | Row 7",
                "<row r='0'><c r='B0'><v>1</v></c></row> | Row 0"
            })
    void what_stands_twice_or_out_of_place_is_refused_with_its_place(String rows, String place) throws IOException {
        refused(sheet("<sheetData>" + rows + "</sheetData>"), "import.unreadable", place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XL/Worksheets/Sheet1.XML",
                "/xl/worksheets/sheet1.xml",
                "xl\\worksheets\\sheet1.xml",
                "xl/./worksheets/sheet1.xml",
                "xl//worksheets/sheet1.xml",
                "xl/other/../worksheets/sheet1.xml"
            })
    void a_part_that_is_there_twice_is_refused_with_its_name(String again) throws IOException {
        Map<String, String> parts = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        parts.put(again, parts.get(SHEET));
        refused(parts, "import.unreadable", SHEET);
    }

    @Test
    void a_sheet_or_a_workbook_that_is_elsewhere_than_it_seems_is_refused() throws IOException {
        Map<String, String> outside = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        outside.put(
                RELATIONS,
                "<Relationships><Relationship Id='rId1' TargetMode='External'"
                        + " Target='worksheets/sheet1.xml'/></Relationships>");
        refused(outside, "import.unreadable", "another file");

        Map<String, String> doubled = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        doubled.put(
                RELATIONS,
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId1'"
                        + " Target='worksheets/sheet2.xml'/></Relationships>");
        refused(doubled, "import.unreadable", "damaged");

        Map<String, String> other = sheet("<sheetData>" + HEADINGS + "</sheetData>");
        other.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/other.xml'/></Relationships>");
        refused(other, "import.unreadable", "damaged");

        Map<String, String> chart = sheet("");
        chart.put(SHEET, "<chartsheet xmlns='" + MAIN + "'/>");
        refused(chart, "import.unreadable", "\"t\", is no table");
    }

    @Test
    void texts_are_taken_as_they_are_shown() throws IOException {
        Map<String, String> parts = sheet("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'"
                + " t='str'><v>a_x0041_b</v></c></row></sheetData><extLst><ext"
                + " xmlns:o='other'><o:row><o:c><o:v>9</o:v></o:c></o:row></ext></extLst>");
        parts.put("xl/sharedStrings.xml", "<sst>\n<si>\n <r>\n  <t>rich</t>\n </r>\n <r><t> text</t></r>\n</si></sst>");
        assertThat(read(parts)).containsExactly(new TableRow(1, List.of("rich text", "aAb")));
    }

    @Test
    void an_error_that_is_not_known_is_still_an_error() throws IOException {
        String row = "<row r='1'><c r='A1' t='e'><v>#NEW!</v></c></row>";
        assertThat(read(sheet("<sheetData>" + row + "</sheetData>")))
                .containsExactly(new TableRow(1, List.of("#VALUE!")));
    }

    private static void refused(Map<String, String> parts, String code, String words) {
        assertThatThrownBy(() -> read(parts)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().detail()).contains(words);
        });
    }

    private static List<TableRow> read(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        List<TableRow> rows = new ArrayList<>();
        XlsxTable.read(bytes.toByteArray(), row -> rows.add(new TableRow(row.line(), row.cells())));
        return rows;
    }

    private static String workbook(String sheets) {
        return "<workbook xmlns='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>%s</sheets></workbook>"
                .formatted(MAIN, sheets);
    }

    private static Map<String, String> sheet(String inside) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(SHEET, "<worksheet xmlns='" + MAIN + "'>" + inside + "</worksheet>");
        parts.put("xl/workbook.xml", workbook("<sheet name='t' r:id='rId1'/>"));
        parts.put(
                RELATIONS,
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2'"
                        + " Target='worksheets/sheet2.xml'/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='\"\";;;'/><numFmt numFmtId='201'"
                        + " formatCode=';;'/><numFmt numFmtId='202' formatCode='0;0;0;'/></numFmts><cellXfs><xf"
                        + " numFmtId='0'/><xf numFmtId='201'/><xf numFmtId='202'/></cellXfs></styleSheet>");
        return parts;
    }
}
