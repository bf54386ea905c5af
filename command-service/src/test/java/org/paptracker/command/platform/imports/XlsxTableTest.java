package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.paptracker.platform.http.Refused;

class XlsxTableTest {
    @Test
    void is_read_as_it_is_shown() throws IOException {
        List<TableRow> rows = read(workbook(sheet -> {
            sheet.value(0, 0, "action");
            sheet.value(0, 1, "note");
            sheet.value(1, 0, "PA3-01");
            sheet.value(1, 1, 70);
            sheet.value(1, 2, 25.18);
            sheet.value(1, 3, true);
            sheet.value(1, 4, LocalDate.of(2025, 2, 13));
            sheet.style(1, 4).format("yyyy-mm-dd").set();
            sheet.value(4, 1, "two rows below");
        }));
        assertThat(rows)
                .containsExactly(
                        row(1, "action", "note"),
                        row(2, "PA3-01", "70", "25.18", "TRUE", "2025-02-13"),
                        row(5, "", "two rows below"));
    }

    @Test
    void shared_texts_formats_known_by_number_and_formulas_are_understood() throws IOException {
        byte[] file = zip(parts("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="3"><c r="B3" s="1"><v>45701</v></c><c r="C3" t="str"><f>A1&amp;"x"</f><v>came to</v></c>
                       <c r="D3" t="e"><v>#REF!</v></c><c r="E3" t="inlineStr"><is><t>in</t><t>line</t></is></c></row>
            """));
        assertThat(read(file))
                .containsExactly(row(1, "one", "rich text"), row(3, "", "2025-02-13", "came to", "#REF!", "inline"));
    }

    @Test
    void a_file_that_grows_too_large_when_unpacked_is_refused() throws IOException {
        Map<String, String> parts = parts("");
        parts.put("xl/bomb.xml", " ".repeat(XlsxParts.MOST_BYTES + 1));
        byte[] bomb = zip(parts);
        assertThat(bomb.length).isLessThan(100_000);
        refused(bomb, "import.too-large", "Unpacked");
    }

    @Test
    void a_cell_far_out_and_a_text_that_is_not_there_cost_nothing() throws IOException {
        refused(zip(parts("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")), "import.unreadable", "columns");
        refused(
                zip(parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>")),
                "import.unreadable",
                "damaged");
    }

    @Test
    void a_file_of_thousands_of_parts_is_refused() throws IOException {
        Map<String, String> parts = parts("");
        for (int i = 0; i < 10_000; i++) parts.put("../../part" + i, "");
        refused(zip(parts), "import.unreadable", "damaged");
    }

    @Test
    void a_text_in_a_million_cells_is_not_read_a_million_times() throws IOException {
        Map<String, String> parts = parts(("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(100) + "</row>").repeat(5_000));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + " x".repeat(16_000) + "</t></si></sst>");
        refused(zip(parts), "import.too-large", "Unpacked");
    }

    @Test
    void a_cell_or_a_name_or_a_number_that_does_not_end_is_refused_before_it_fills_the_memory() throws IOException {
        String cell = "<row><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        refused(zip(parts(cell.formatted("x".repeat(40_000)))), "import.unreadable", "more than 32,767 characters");
        refused(zip(parts(cell.formatted("x".repeat(20_000_000)))), "import.unreadable", "damaged");
        refused(zip(parts("<row r=\"" + "1".repeat(20_000_000) + "\"></row>")), "import.unreadable", "damaged");
        String digits = "9".repeat(30_000);
        assertThat(read(zip(parts("<row><c r=\"A1\"><v>" + digits + "</v></c></row>"))))
                .containsExactly(row(1, digits));
        assertThat(read(zip(parts("<row><c r=\"A1\"><v>1e999999999</v></c></row>"))))
                .containsExactly(row(1, "1e999999999"));
    }

    @Test
    void parts_nested_without_end_are_not_followed_down() throws IOException {
        refused(zip(parts("<a>".repeat(3_000_000))), "import.unreadable", "damaged");
        refused(zip(parts("<a>".repeat(101) + "</a>".repeat(101))), "import.unreadable", "damaged");
    }

    @Test
    void rows_that_are_declared_and_empty_cost_nothing() throws IOException {
        assertThat(read(zip(parts("<row/>".repeat(1_000_000) + "<row><c r=\"A1000001\"><v>1</v></c></row>"))).stream()
                        .filter(row -> !row.isBlank()))
                .containsExactly(row(1_000_001, "1"));
    }

    @Test
    void a_laugh_is_not_multiplied() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        for (String part : List.of("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")) {
            Map<String, String> parts = parts("<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
            parts.put(part, laughs + "]>" + parts.get(part).replace("one", "&l9;"));
            byte[] file = zip(parts);
            try {
                assertThat(read(file).toString()).doesNotContain("haha");
            } catch (Refused refused) {
                assertThat(refused.problem().code()).isEqualTo("import.unreadable");
            }
        }
    }

    @Test
    void no_entity_is_expanded() throws IOException {
        Map<String, String> parts = parts("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\"><!ENTITY f"
                        + " \"boom\">]><worksheet><sheetData><row><c"
                        + " t=\"inlineStr\"><is><t>&e;&f;</t></is></c></row></sheetData></worksheet>");
        byte[] file = zip(parts);
        try {
            assertThat(read(file).toString()).doesNotContain("boom");
        } catch (Refused refused) {
            assertThat(refused.problem().code()).isEqualTo("import.unreadable");
        }
    }

    @Test
    void what_is_no_spreadsheet_is_refused() throws IOException {
        refused("action,milestone\n".getBytes(StandardCharsets.UTF_8), "import.unreadable", "no XLSX");
        refused(new byte[0], "import.unreadable", "no XLSX");
        refused(zip(new LinkedHashMap<>(Map.of("readme.txt", "hello"))), "import.unreadable", "no XLSX");
        byte[] whole = workbook(sheet -> sheet.value(0, 0, "action"));
        refused(Arrays.copyOf(whole, whole.length / 2), "import.unreadable", "damaged");
    }

    private static void refused(byte[] file, String code, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().detail()).contains(words);
        });
    }

    private static List<TableRow> read(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        XlsxTable.read(file, row -> rows.add(new TableRow(row.line(), row.cells())));
        return rows;
    }

    private static TableRow row(int line, String... cells) {
        return new TableRow(line, List.of(cells));
    }

    static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("table"));
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"x\"><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook"
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                        + " name=\"t\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>one</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf"
                        + " numFmtId=\"14\"/></cellXfs></styleSheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
