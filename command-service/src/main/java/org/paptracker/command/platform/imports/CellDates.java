package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.FormatTokens.Kind;
import org.paptracker.command.platform.imports.FormatTokens.Token;

/** Dates of a spreadsheet. A date is a number there, of days, and only its format tells. */
final class CellDates {
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final int MOST_DAYS = 3_000_000;

    /** Spreadsheets believe that 1900 was a leap year. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private CellDates() {}

    /**
     * The day of a number of days, to the nearest second, as spreadsheets do: what they have added up falls short of
     * midnight by less.
     *
     * @return null if a spreadsheet shows no day that there is
     */
    static @Nullable LocalDate day(BigDecimal days, boolean since1904) {
        if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) return null;
        int day = days.multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .divide(SECONDS_OF_A_DAY, 0, RoundingMode.FLOOR)
                .intValueExact();
        if (!since1904 && (day == 0 || day == DAY_THAT_NEVER_WAS)) return null;
        LocalDate date = since1904
                ? LocalDate.of(1904, 1, 1).plusDays(day)
                : LocalDate.of(1899, 12, 30).plusDays(day < DAY_THAT_NEVER_WAS ? day + 1 : day);
        return date.isAfter(LAST) ? null : date;
    }

    /**
     * A day no more exactly than a format shows it: one that shows no day is a month, one that shows a year alone is a
     * year. One that shows a day and no year is still that day.
     *
     * @return null if the format shows a time only, or a month without its year
     */
    static @Nullable String shown(LocalDate day, FormatSection format) {
        boolean showsDay = false;
        boolean showsMonth = false;
        boolean showsYear = false;
        List<Token> parts = format.tokens().stream()
                .filter(token -> token.is(Kind.DATE) || token.is(Kind.ELAPSED))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).text();
            switch (part.charAt(0)) {
                case 'd' -> showsDay |= part.length() <= 2; // the rest are names of days of a week
                case 'm' -> showsMonth |= !isMinutes(parts, i);
                case 'y', 'b', 'e' -> showsYear = true;
                default -> {}
            }
        }
        if (showsDay) return day.toString();
        if (!showsYear) return null;
        return showsMonth ? day.toString().substring(0, 7) : day.toString().substring(0, 4);
    }

    /** Behind hours or before seconds, the same letter means minutes. */
    private static boolean isMinutes(List<Token> parts, int index) {
        String part = parts.get(index).text();
        if (part.length() > 2) return false;
        if (parts.get(index).is(Kind.ELAPSED)) return true;
        boolean behindHours = index > 0 && parts.get(index - 1).text().startsWith("h");
        boolean beforeSeconds =
                index + 1 < parts.size() && parts.get(index + 1).text().startsWith("s");
        return behindHours || beforeSeconds;
    }
}
