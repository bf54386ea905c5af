package org.paptracker.query.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.table.SpreadsheetCell;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table for a spreadsheet, row by row. Each cell is a {@link SpreadsheetCell}. */
public final class CsvTable {
    public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().bufferSize(0).build(text); // else the text would stay in the buffer

    public CsvTable(List<String> headings) {
        csv.writeRecord(headings);
    }

    /** @param inFull address at which what is too long for a cell can be read, of this service */
    public void row(String inFull, @Nullable Object... values) {
        csv.writeRecord(Arrays.stream(values)
                .map(value -> SpreadsheetCell.of(value, inFull))
                .toList());
    }

    public ResponseEntity<String> answer() {
        return ResponseEntity.ok().contentType(TYPE).body(toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
