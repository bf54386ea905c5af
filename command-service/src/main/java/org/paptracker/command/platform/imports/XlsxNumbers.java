package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a spreadsheet with what people see of them.
 *
 * @param formats of a cell's style, by its number
 * @param since1904 whether days are counted from then instead of 1900
 */
record XlsxNumbers(List<CellFormat> formats, boolean since1904) {
    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 310; // as a spreadsheet's numbers end there
    private static final int HALF_A_SECOND = 500_000_000;

    CellFormat format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
    }

    /** Null if it is none that a spreadsheet would write: one of a million digits takes minutes to read. */
    @Nullable
    NumberCell number(String raw, int style) {
        if (raw.length() > LONGEST) return null;
        BigDecimal number = new BigDecimal(raw);
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) return null;
        CellFormat format = format(style);
        FormatSection section = format.section(number);
        if (section == null || !section.isDate()) {
            return new NumberCell(raw, number, format.code(), format.shown(number), null, false, format.ofPlace());
        }
        LocalDate day = CellDates.day(number, since1904);
        return new NumberCell(
                raw, number, format.code(), null, day == null ? null : CellDates.shown(day, section), true, false);
    }

    /** A day or a moment that the file writes as such. */
    NumberCell date(String raw, int style) {
        CellFormat format = format(style);
        FormatSection section = format.section(BigDecimal.ONE);
        LocalDate day = day(raw);
        String date = section != null && section.isDate() ? CellDates.shown(day, section) : day.toString();
        return new NumberCell(raw, null, format.code(), null, date, true, false);
    }

    private static LocalDate day(String raw) {
        try {
            if (raw.length() <= 10) return LocalDate.parse(raw);
            String local = raw.endsWith("Z") ? raw.substring(0, raw.length() - 1) : raw;
            return LocalDateTime.parse(local).plusNanos(HALF_A_SECOND).toLocalDate();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No date", e);
        }
    }
}
