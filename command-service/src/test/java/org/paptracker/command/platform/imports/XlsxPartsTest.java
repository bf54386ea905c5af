package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.platform.http.Refused;

/** Zip files as other programs pack them. */
class XlsxPartsTest {
    private static final String ROWS = "<row r='1'><c r='A1' t='str'><v>action</v></c></row>";
    private static final List<TableRow> READ = List.of(new TableRow(1, List.of("action")));
    private static final String ROOT =
            "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='%s'/></Relationships>";

    static Stream<XlsxFile> packed() {
        return Stream.of(
                file().moved(XlsxFile.SHEET, "xl\\worksheets\\sheet1.xml")
                        .moved(XlsxFile.WORKBOOK, "xl\\workbook.xml")
                        .moved(XlsxFile.RELATIONS, "xl\\_rels\\workbook.xml.rels"),
                file().moved(XlsxFile.SHEET, "./xl/worksheets/sheet1.xml"),
                file().moved(XlsxFile.SHEET, "/xl/worksheets/sheet1.xml"),
                file().moved(XlsxFile.SHEET, "xl/Worksheets/Sheet1.xml"),
                file().replaced("'worksheets/sheet1.xml'", "'/xl/worksheets/sheet1.xml'"),
                file().replaced("'worksheets/sheet1.xml'", "'\\xl\\worksheets\\sheet1.xml'"),
                file().replaced("'worksheets/sheet1.xml'", "'worksheets\\sheet1.xml'"),
                file().replaced("'worksheets/sheet1.xml'", "'./worksheets/sheet1.xml'"),
                file().with("_rels/.rels", ROOT.formatted("/xl/workbook.xml")),
                file().with("_rels/.rels", ROOT.formatted("xl/workbook2.xml"))
                        .moved(XlsxFile.WORKBOOK, "xl/workbook2.xml")
                        .moved(XlsxFile.RELATIONS, "xl/_rels/workbook2.xml.rels"),
                file().with("_rels/.rels", ROOT.formatted("book.xml"))
                        .moved(XlsxFile.WORKBOOK, "book.xml")
                        .moved(XlsxFile.RELATIONS, "_rels/book.xml.rels")
                        .replaced("'worksheets/", "'xl/worksheets/"),
                file().replaced("<worksheet", "\uFEFF<worksheet"),
                file().replaced(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replaced(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships"),
                file().replaced("<worksheet xmlns=", "<x:worksheet xmlns:x=")
                        .replaced("<sheetData>", "<x:sheetData>")
                        .replaced("</sheetData>", "</x:sheetData>")
                        .replaced("</x:sheetData></worksheet>", "</x:sheetData></x:worksheet>")
                        .replaced("<row", "<x:row")
                        .replaced("</row", "</x:row")
                        .replaced("<c ", "<x:c ")
                        .replaced("</c>", "</x:c>")
                        .replaced("<v>", "<x:v>")
                        .replaced("</v>", "</x:v>"));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void are_read_however_their_parts_are_named(XlsxFile file) {
        assertThat(file.rows()).isEqualTo(READ);
    }

    @Test
    void entries_without_compression_and_a_comment_at_the_end_do_no_harm() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("made by hand");
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("xl/"));
            zip.closeEntry();
            file().each((name, content) -> {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            });
        }
        assertThat(XlsxFile.rows(bytes.toByteArray())).isEqualTo(READ);
    }

    @Test
    void two_entries_of_the_same_name_are_refused_with_it() {
        byte[] file = file().with("xl/worksheets/sheet9.xml", "<worksheet/>").bytes();
        String twice = new String(file, StandardCharsets.ISO_8859_1).replace("sheet9.xml", "sheet1.xml");
        assertThatThrownBy(() -> XlsxFile.rows(twice.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().detail()).contains("xl/worksheets/sheet1.xml twice"));
    }

    private static XlsxFile file() {
        return XlsxFile.of(ROWS);
    }
}
