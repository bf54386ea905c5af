package org.paptracker.command.platform.imports;

import java.util.List;
import org.paptracker.platform.table.SpreadsheetText;

/**
 * A row as a person sees it.
 *
 * @param line its number in the spreadsheet, from 1
 * @param cells without blanks round them; "" where there is nothing
 */
record TableRow(int line, List<String> cells) {
    /** More than any kind of table has, for those that nobody needs but that stand there. */
    static final int MOST_COLUMNS = 200;

    static TableRow of(int line, List<String> raw) {
        return new TableRow(
                line,
                raw.stream().map(cell -> SpreadsheetText.original(cell.strip())).toList());
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** "" past the last. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
