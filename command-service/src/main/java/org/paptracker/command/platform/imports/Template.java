package org.paptracker.command.platform.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.paptracker.platform.table.SpreadsheetText;

/** An empty table of a kind, to fill in: its headings and nothing invented. */
final class Template {
    private Template() {}

    static byte[] csv(ImportKind<?> kind) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text); // else the text would stay in the buffer
        csv.writeRecord(kind.columns().stream()
                .map(column -> SpreadsheetText.harmless(column.name()))
                .toList());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The second sheet says what belongs in each column; only the first is read. */
    static byte[] xlsx(ImportKind<?> kind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "paptracker", "1.0")) {
            List<Column> columns = kind.columns();
            Worksheet table = workbook.newWorksheet(kind.name());
            Worksheet help = workbook.newWorksheet("what belongs where");
            table.freezePane(0, 1);
            row(help, 0, "column", "must be filled in", "what belongs there");
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                text(table, 0, i, column.name());
                table.width(i, Math.max(14, column.name().length() + 2));
                row(help, i + 1, column.name(), column.required() ? "yes" : "", column.meaning());
            }
            table.range(0, 0, 0, columns.size() - 1).style().bold().set();
            help.range(0, 0, 0, 2).style().bold().set();
            help.width(0, 18);
            help.width(1, 18);
            help.width(2, 90);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) text(sheet, row, column, cells[column]);
    }

    private static void text(Worksheet sheet, int row, int column, String cell) {
        sheet.value(row, column, SpreadsheetText.harmless(cell));
    }
}
