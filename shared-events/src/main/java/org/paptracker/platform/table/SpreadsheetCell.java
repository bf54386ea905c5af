package org.paptracker.platform.table;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a file that is exported: nothing that a spreadsheet would run, and no more than it takes. What is longer is not
 * cut, which nobody would notice; the cell says how much it is, and where all of it can be read.
 */
public final class SpreadsheetCell {
    /** What Excel and LibreOffice take, in UTF-16 units. */
    public static final int LONGEST = 32_767;

    private SpreadsheetCell() {}

    /** Values that stand together in one cell: {@code first; second}. */
    public record Several(Collection<String> values) {
        @Override
        public String toString() {
            return values.stream().collect(Collectors.joining("; "));
        }
    }

    /**
     * @param value "" if null; several if it is {@link Several}
     * @param inFull address at which a value that is too long can be read, of this service
     */
    public static String of(@Nullable Object value, String inFull) {
        if (value == null) return "";
        String cell = SpreadsheetText.harmless(value.toString());
        if (cell.length() <= LONGEST) return cell;
        String howMany = value instanceof Several several
                ? "%,d values, ".formatted(several.values().size())
                : "";
        return "(%s%,d characters: too many for a cell. All of it: %s)".formatted(howMany, cell.length(), inFull);
    }
}
