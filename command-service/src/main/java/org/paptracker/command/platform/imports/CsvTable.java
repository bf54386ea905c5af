package org.paptracker.command.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.function.Consumer;

/** A table in CSV: which characters its bytes are says {@link CsvText}, what stands between its cells {@link CsvSeparator}. */
final class CsvTable {
    private CsvTable() {}

    static void read(byte[] file, Consumer<TableRow> rows) {
        CsvSeparator separator = CsvSeparator.of(CsvText.of(file));
        int line = separator.rowsBefore(); // counts rows and not line breaks: in a spreadsheet a cell may hold some
        try {
            for (CsvRecord row : reader(separator)) {
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

    private static CsvReader<CsvRecord> reader(CsvSeparator separator) {
        return CsvReader.builder()
                .fieldSeparator(separator.character())
                .skipEmptyLines(false) // they count
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(separator.table());
    }
}
