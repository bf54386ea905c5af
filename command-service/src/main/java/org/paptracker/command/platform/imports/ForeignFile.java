package org.paptracker.command.platform.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file of another format than it was sent as, by how it begins. People rename files, and programs give a page of HTML the
 * name of a workbook.
 *
 * @param name what it is, after "this is"
 * @param advice what to do about it
 */
record ForeignFile(String name, String advice) {
    private static final String SAVE =
            "Open it in a spreadsheet program, and save it as an Excel workbook (.xlsx) or as CSV UTF-8.";
    private static final int LONGEST_BEGINNING = 4096;

    /** What tells a format: its first bytes as characters, and something further inside; "" if the beginning says all. */
    private record Sign(String beginning, Predicate<String> inside, ForeignFile is) {
        static Sign of(String beginning, String name, String advice) {
            return new Sign(beginning, content -> true, new ForeignFile(name, advice));
        }

        static Sign of(String beginning, String inside, String name, String advice) {
            return new Sign(beginning, content -> content.contains(inside), new ForeignFile(name, advice));
        }
    }

    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String ZIP = "PK\u0003\u0004";
    static final ForeignFile XLSX = new ForeignFile(
            "an Excel workbook (.xlsx)", "Send it with the header Content-Type: %s.".formatted(ImportApi.XLSX));

    /** The first that fits counts. */
    private static final List<Sign> BINARY = List.of(
            Sign.of(
                    OLE2,
                    wide("EncryptedPackage"),
                    "a workbook with a password",
                    "Open it in a spreadsheet program, take off the password, and save it once more."),
            Sign.of(OLE2, wide("Workbook"), "an old Excel workbook (.xls)", SAVE),
            Sign.of(OLE2, wide("Book"), "an old Excel workbook (.xls)", SAVE),
            Sign.of(OLE2, "a file of an old Office program, such as .xls or .doc", SAVE),
            new Sign(
                    ZIP,
                    ForeignFile::isEncrypted,
                    new ForeignFile("a zip file with a password", "Send the workbook itself, without a password.")),
            Sign.of(ZIP, "mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file, such as .ods", SAVE),
            Sign.of(
                    ZIP,
                    "Index/",
                    "a Numbers document (.numbers)",
                    "In Numbers, export it to Excel (.xlsx) or to CSV."),
            Sign.of(ZIP, "xl/workbook.bin", "a binary Excel workbook (.xlsb)", SAVE),
            Sign.of(ZIP, "word/document.xml", "a Word document", "Send the table as .xlsx or CSV."),
            Sign.of(ZIP, "ppt/presentation.xml", "a PowerPoint presentation", "Send the table as .xlsx or CSV."),
            new Sign(
                    ZIP,
                    content ->
                            content.toLowerCase(Locale.ROOT).replace('\\', '/').contains("xl/"),
                    XLSX),
            Sign.of(ZIP, "a zip file of something else", "Take the table out of it, and send that."),
            Sign.of("%PDF", "a PDF", "Send the table that it was made from, as .xlsx or CSV."),
            Sign.of("\u001F\u008B", "a compressed file (gzip)", "Unpack it, and send the table itself."),
            Sign.of("{\\rtf", "a text with formats (RTF)", "Send the table as .xlsx or CSV."));

    private static final List<Sign> WRITTEN = List.of(
            Sign.of("<", "urn:schemas-microsoft-com:office:spreadsheet", "an XML spreadsheet of Excel 2003", SAVE),
            Sign.of("<", "urn:oasis:names:tc:opendocument", "an OpenDocument file in one piece (.fods)", SAVE),
            new Sign(
                    "<",
                    content -> content.toLowerCase(Locale.ROOT)
                            .matches("(?s).*<(?:!doctype\\s+html|html|table|body)\\b.*"),
                    new ForeignFile("a page of HTML, whatever its name ends in", SAVE)),
            Sign.of("<", "XML or HTML", SAVE),
            Sign.of("{", "JSON", "Send a table: CSV or .xlsx."),
            Sign.of("[", "JSON", "Send a table: CSV or .xlsx."));

    /** Of the formats that are no text; empty if it is none that is known here. */
    static Optional<ForeignFile> binary(byte[] file) {
        String content = new String(file, StandardCharsets.ISO_8859_1);
        return first(BINARY, content);
    }

    /** Of those that are text, and no CSV. */
    static Optional<ForeignFile> written(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_BEGINNING));
        return first(WRITTEN, start.stripLeading());
    }

    /** What was sent as an XLSX file and can't be read as one; empty if it is one that is damaged. */
    static Optional<ForeignFile> insteadOfXlsx(byte[] file) {
        Optional<ForeignFile> binary = binary(file);
        if (binary.isPresent()) return binary.filter(found -> !found.equals(XLSX));
        if (file.length == 0) return Optional.of(new ForeignFile("an empty file", "Save the table once more."));
        String text = new String(file, 0, Math.min(file.length, LONGEST_BEGINNING), StandardCharsets.UTF_8);
        Optional<ForeignFile> written = written(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (written.isPresent() || text.chars().anyMatch(one -> one < '\t')) return written;
        return Optional.of(new ForeignFile(
                "text, perhaps CSV", "Send CSV with the header Content-Type: %s.".formatted(ImportApi.CSV)));
    }

    private static Optional<ForeignFile> first(List<Sign> signs, String content) {
        return signs.stream()
                .filter(sign -> content.startsWith(sign.beginning) && sign.inside.test(content))
                .map(Sign::is)
                .findFirst();
    }

    /** By the first flag of the first entry. */
    private static boolean isEncrypted(String zip) {
        int flags = ZIP.length() + 2;
        return zip.length() > flags && (zip.charAt(flags) & 1) == 1;
    }

    /** As old Office files write names: two bytes a letter. */
    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
