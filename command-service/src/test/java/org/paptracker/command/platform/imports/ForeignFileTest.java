package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.platform.http.Refused;

class ForeignFileTest {
    private static final byte[] OLE2 = latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");

    static Stream<Arguments> others() throws IOException {
        return Stream.of(
                Arguments.of(ole2("EncryptedPackage"), "password"),
                Arguments.of(ole2("Workbook"), "(.xls)"),
                Arguments.of(ole2("Book"), "(.xls)"),
                Arguments.of(ole2("WordDocument"), "old Office program"),
                Arguments.of(encryptedZip(), "password"),
                Arguments.of(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
                Arguments.of(zip("Index/Document.iwa", "x"), ".numbers"),
                Arguments.of(zip("xl/workbook.bin", "x"), ".xlsb"),
                Arguments.of(zip("word/document.xml", "<x/>"), "Word"),
                Arguments.of(zip("returns/march.csv", "action"), "zip file"),
                Arguments.of(text("%PDF-1.7\n"), "PDF"),
                Arguments.of(latin("\u001F\u008B\u0008"), "gzip"),
                Arguments.of(text("{\\rtf1\\ansi"), "RTF"),
                Arguments.of(text("\n<html><body><table>"), "HTML"),
                Arguments.of(text("\uFEFF<!DOCTYPE html>"), "HTML"),
                Arguments.of(text("<table border=1><tr>"), "HTML"),
                Arguments.of(
                        text(
                                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
                        "Excel 2003"),
                Arguments.of(
                        text("<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"),
                        ".fods"),
                Arguments.of(text("[{\"action\": 1}]"), "JSON"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void of_another_format_is_refused_with_its_name_whatever_it_was_sent_as(byte[] file, String name) {
        assertThat(refused(XlsxFile::rows, file)).contains(name);
        assertThat(refused(ForeignFileTest::csv, file)).contains(name);
    }

    @Test
    void one_of_the_two_that_was_sent_as_the_other_is_told_its_type() {
        assertThat(refused(XlsxFile::rows, text("action,milestone\n")))
                .contains("perhaps CSV", "Content-Type: text/csv");
        assertThat(refused(ForeignFileTest::csv, XlsxFile.of("").bytes())).contains(".xlsx", ImportApi.XLSX);
        assertThat(refused(XlsxFile::rows, new byte[0])).contains("empty");
    }

    private interface Reading {
        List<TableRow> of(byte[] file);
    }

    private static String refused(Reading reading, byte[] file) {
        String[] detail = new String[1];
        assertThatThrownBy(() -> reading.of(file)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("import.unreadable");
            detail[0] = refused.problem().detail();
        });
        return detail[0];
    }

    private static List<TableRow> csv(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        CsvTable.read(file, rows::add);
        return rows;
    }

    private static byte[] ole2(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(OLE2);
        bytes.write(new byte[504]);
        bytes.write(entry.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length());
            CRC32 sum = new CRC32();
            sum.update(text(content));
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(text(content));
        }
        return bytes.toByteArray();
    }

    /** Flagged as one, in its entry and in its table of contents. */
    private static byte[] encryptedZip() {
        byte[] file = XlsxFile.of("").bytes();
        file[6] |= 1;
        for (int i = 0; i < file.length - 8; i++) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) file[i + 8] |= 1;
        }
        return file;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
