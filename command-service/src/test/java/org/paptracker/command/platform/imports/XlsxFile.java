package org.paptracker.command.platform.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file made part by part, to be as odd as other programs make them. */
final class XlsxFile {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private XlsxFile() {}

    /** @param rows as XML */
    static XlsxFile of(String rows) {
        return new XlsxFile()
                .with(SHEET, "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows))
                .with(
                        WORKBOOK,
                        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='t' r:id='rId1'/></sheets></workbook>"
                                .formatted(MAIN, DOCUMENT))
                .with(
                        RELATIONS,
                        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
    }

    XlsxFile with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    XlsxFile moved(String from, String to) {
        parts.put(to, parts.remove(from));
        return this;
    }

    XlsxFile replaced(String what, String by) {
        parts.replaceAll((name, content) -> content.replace(what, by));
        return this;
    }

    /** What is done with the name and the content of a part. */
    interface Packing {
        void pack(String name, String content) throws IOException;
    }

    void each(Packing packing) throws IOException {
        for (Map.Entry<String, String> part : parts.entrySet()) packing.pack(part.getKey(), part.getValue());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            each((name, content) -> {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    List<TableRow> rows() {
        return rows(bytes());
    }

    static List<TableRow> rows(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        XlsxTable.read(file, rows::add);
        return rows;
    }
}
