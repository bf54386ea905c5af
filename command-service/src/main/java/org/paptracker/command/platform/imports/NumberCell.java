package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a cell of a spreadsheet, and what people see of it.
 *
 * @param held as the file writes it; a day is written as one
 * @param value null if it is a day of which the file does not say how many days it is
 * @param format for people
 * @param shown without blanks round it; null if that is a date, or is not known
 * @param date as exactly as it is shown: {@code 2025-04}; null if it is none, or shows none
 * @param isTime whether the format is one for dates or times
 * @param ofPlace whether it is shown in another way in another country
 */
record NumberCell(
        String held,
        @Nullable BigDecimal value,
        String format,
        @Nullable String shown,
        @Nullable String date,
        boolean isTime,
        boolean ofPlace) {

    /** For where it does not matter what it is. */
    String text() {
        return shown != null ? shown : date != null ? date : held;
    }
}
