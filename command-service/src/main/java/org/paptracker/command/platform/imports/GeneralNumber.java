package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a spreadsheet shows a number in a cell of no format of its own that is wide enough: in 11 characters at most. */
final class GeneralNumber {
    /** A spreadsheet keeps no more of a number than this. */
    static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_CHARACTERS = 11;
    private static final MathContext WITH_POINT = new MathContext(10, RoundingMode.HALF_UP);
    private static final MathContext WITH_EXPONENT = new MathContext(6, RoundingMode.HALF_UP);
    private static final int SMALLEST_WITHOUT_EXPONENT = -4;

    private GeneralNumber() {}

    /** Of a number that is not below zero. */
    static String shown(BigDecimal number) {
        if (number.signum() == 0) return "0";
        BigDecimal kept = number.round(KEPT).stripTrailingZeros();
        int exponent = exponent(kept);
        if (exponent >= MOST_CHARACTERS) return scientific(kept);
        String whole = kept.toPlainString();
        if (whole.length() <= MOST_CHARACTERS) return whole;
        if (exponent < SMALLEST_WITHOUT_EXPONENT) return scientific(kept);
        if (exponent < 0) return plain(kept.setScale(MOST_CHARACTERS - 2, RoundingMode.HALF_UP));
        if (exponent == MOST_CHARACTERS - 1) {
            BigDecimal rounded = kept.setScale(0, RoundingMode.HALF_UP);
            return exponent(rounded) == exponent ? plain(rounded) : scientific(rounded);
        }
        return plain(kept.round(WITH_POINT));
    }

    static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String scientific(BigDecimal number) {
        BigDecimal rounded = number.round(WITH_EXPONENT).stripTrailingZeros();
        int exponent = exponent(rounded);
        return plain(rounded.movePointLeft(exponent)) + "E" + (exponent < 0 ? "-" : "+")
                + "%02d".formatted(Math.abs(exponent));
    }
}
