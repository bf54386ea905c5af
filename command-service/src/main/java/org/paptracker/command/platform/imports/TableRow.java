package org.paptracker.command.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.table.SpreadsheetText;

/**
 * A row as a person sees it.
 *
 * @param line its number in the spreadsheet, from 1
 * @param cells without blanks round them; "" where there is nothing
 * @param numbers those that a spreadsheet keeps as such, by column from 0; their cells say what people see of them
 */
record TableRow(int line, List<String> cells, Map<Integer, NumberCell> numbers) {
    /** More than any kind of table has, for those that nobody needs but that stand there. */
    static final int MOST_COLUMNS = 200;

    /** What shows nothing before or after a text: no-break and other blanks, and marks that copying leaves behind. */
    private static final Pattern ROUND = Pattern.compile(
            "^[%1$s]+|[%1$s]+$".formatted("\\s\\p{Z}\\x1C-\\x1F\\x85\\uFEFF\\u200B\\u200E\\u200F\\u2060"));

    TableRow(int line, List<String> cells) {
        this(line, cells, Map.of());
    }

    static TableRow of(int line, List<String> raw) {
        return new TableRow(
                line,
                raw.stream()
                        .map(cell -> SpreadsheetText.original(stripped(cell)))
                        .toList());
    }

    private static String stripped(String cell) {
        String text = cell.strip();
        boolean isPlain = text.isEmpty() || (isPlain(text.charAt(0)) && isPlain(text.charAt(text.length() - 1)));
        return isPlain ? text : ROUND.matcher(text).replaceAll("");
    }

    private static boolean isPlain(char character) {
        return character > ' ' && character < '\u007F';
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    TableRow with(Map<Integer, NumberCell> numbers) {
        return new TableRow(line, cells, Map.copyOf(numbers));
    }

    @Nullable
    NumberCell number(int index) {
        return numbers.get(index);
    }

    /** "" past the last. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
