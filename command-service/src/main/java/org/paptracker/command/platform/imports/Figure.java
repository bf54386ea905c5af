package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure in a cell, as it is seen: 66.7 of a cell that holds 0.666666666666667 and shows 66.7%.
 *
 * @param perCent whether it is seen with a per cent sign
 * @param differs whether the cell holds another figure than the one that is taken
 */
record Figure(BigDecimal value, boolean perCent, boolean differs) {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,2})?)\\s*(%?)");
    private static final Pattern SEEN =
            Pattern.compile("(\\D*?)((?:\\d[\\d,]*(?:\\.\\d*)?|\\.\\d+)(?:E[+-]?\\d+)?)(\\D*)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASH = Pattern.compile("[-\u2013\u2014]");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Null if the text is no figure. */
    static @Nullable Figure written(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? exact(new BigDecimal(parts.group(1)), !parts.group(2).isEmpty(), null)
                : null;
    }

    /**
     * What a cell shows of the number that it holds. Null if people see another number there, such as 1235 of 1,234,567 in
     * thousands, 5 of -5, or no number at all.
     */
    static @Nullable Figure seen(String shown, BigDecimal held) {
        String text = BLANKS.matcher(shown).replaceAll("");
        BigDecimal kept = held.round(GeneralNumber.KEPT);
        if (DASH.matcher(text).matches() && kept.signum() == 0) return new Figure(BigDecimal.ZERO, false, false);
        Matcher parts = SEEN.matcher(text);
        if (!parts.matches()) return null;
        BigDecimal digits = new BigDecimal(parts.group(2).replace(",", ""));
        String around = parts.group(1) + " " + parts.group(3);
        boolean below = around.contains("-")
                || (parts.group(1).contains("(") && parts.group(3).contains(")"));
        BigDecimal figure = below ? digits.negate() : digits;
        boolean perCent = around.contains("%");
        if (perCent && isRounded(figure, kept.movePointRight(2))) return exact(figure, true, kept.movePointRight(2));
        return isRounded(figure, kept) ? exact(figure, perCent, kept) : null;
    }

    private static boolean isRounded(BigDecimal figure, BigDecimal held) {
        return figure.subtract(held).abs().compareTo(figure.ulp().multiply(HALF)) <= 0;
    }

    /** With as many decimals as a figure can have. */
    private static Figure exact(BigDecimal figure, boolean perCent, @Nullable BigDecimal held) {
        BigDecimal taken = figure.scale() > Column.MOST_DECIMALS
                ? figure.setScale(Column.MOST_DECIMALS, RoundingMode.HALF_UP)
                : figure;
        BigDecimal plain = taken.stripTrailingZeros();
        return new Figure(plain, perCent, plain.compareTo(held == null ? figure : held) != 0);
    }

    /** As people write it. */
    String inWords() {
        return value.toPlainString() + (perCent ? "%" : "");
    }
}
