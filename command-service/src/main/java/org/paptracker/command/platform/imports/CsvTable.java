package org.paptracker.command.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A table in CSV: UTF-8, with commas or with semicolons, whichever its first line has more of. */
final class CsvTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvTable() {}

    static void read(byte[] file, Consumer<TableRow> rows) {
        String text = decoded(file);
        int line = 0; // counts rows and not line breaks: a cell may hold some, and in a spreadsheet that is one row
        try {
            for (CsvRecord row : reader(text)) {
                line++;
                if (row.getFieldCount() > TableRow.MOST_COLUMNS) throw Unreadable.tooWide(line);
                rows.accept(TableRow.of(line, row.getFields()));
            }
        } catch (CsvParseException e) {
            throw Unreadable.because(
                    "This is no well-formed CSV after row %d: a quotation mark is not closed, or something follows a closing one. Save it from the spreadsheet as CSV once more."
                            .formatted(line));
        }
    }

    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false) // they count
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static char separator(String text) {
        String headings =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long commas = headings.chars().filter(c -> c == ',').count();
        long semicolons = headings.chars().filter(c -> c == ';').count();
        return semicolons > commas ? ';' : ',';
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Unreadable.because(
                    "The file is not in UTF-8. In the spreadsheet choose \"CSV UTF-8\" when you save it, or send the XLSX file itself.");
        }
    }
}
