package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a spreadsheet as people see them. A date is a number there, of days since 1900, and only its format tells:
 * one that shows no day is a month, one that shows a year alone is a year.
 *
 * @param formats of a cell's style, by its number
 * @param since1904 whether days are counted from then instead
 */
record XlsxNumbers(List<String> formats, boolean since1904) {
    /** What the standard leaves unsaid: formats that are known by number alone. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "9", "0%", "10", "0.00%", "14", "d/m/y", "15", "d/m/y", "16", "d/m/y", "17", "m/y", "22", "d/m/y h:m");

    private static final Pattern NOT_SHOWN_AS_IT_IS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h)[^\\]]*]|;.*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS_OF_A_SPREADSHEET = 15;
    private static final int LONGEST = 40;
    private static final int LAST_DAY = 2_958_465; // 31 December 9999

    static String builtIn(String id) {
        return BUILT_IN.getOrDefault(id, "");
    }

    String shown(String raw, int style) {
        if (raw.length() > LONGEST) return raw; // a number of a million digits takes minutes to read
        BigDecimal number = new BigDecimal(raw);
        if (Math.abs((long) number.precision() - number.scale()) > 20) return raw;
        String format = style >= 0 && style < formats.size() ? plain(formats.get(style)) : "";
        boolean year = format.contains("y");
        boolean day = format.contains("d");
        if ((year || day) && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
            String date =
                    date(number.setScale(0, RoundingMode.FLOOR).intValueExact()).toString();
            return day ? date : format.contains("m") ? date.substring(0, 7) : date.substring(0, 4);
        }
        if (format.contains("%")) return digits(number.multiply(HUNDRED)) + "%";
        return digits(number);
    }

    /**
     * Whether a format shows nothing of a number, or of a text. Its sections are for numbers above, below and at zero, and
     * for texts.
     *
     * @param number null for a text
     */
    boolean hides(@Nullable String number, int style) {
        if (style < 0 || style >= formats.size()) return false;
        String[] sections = QUOTED.matcher(formats.get(style)).replaceAll("x").split(";", -1);
        if (sections.length == 1) return false;
        int section = number == null ? 3 : number.length() > LONGEST ? 0 : section(new BigDecimal(number).signum());
        return section < sections.length && sections[section].isBlank();
    }

    private static int section(int sign) {
        return sign > 0 ? 0 : sign < 0 ? 1 : 2;
    }

    private static String plain(String format) {
        return NOT_SHOWN_AS_IT_IS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Spreadsheets believe that 1900 was a leap year. */
    private LocalDate date(int days) {
        if (since1904) return LocalDate.of(1904, 1, 1).plusDays(days);
        return LocalDate.of(1899, 12, 30).plusDays(days < 60 ? days + 1 : days);
    }

    private static String digits(BigDecimal number) {
        BigDecimal rounded =
                number.round(new MathContext(DIGITS_OF_A_SPREADSHEET)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
