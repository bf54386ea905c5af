package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.FormatTokens.Kind;
import org.paptracker.command.platform.imports.FormatTokens.Token;

/** Puts the digits of a number where a format has places for them. */
final class FormattedDigits {
    private static final int THOUSANDS = 3;

    private final List<Token> whole = new ArrayList<>();
    private final List<Token> decimals = new ArrayList<>();
    private final List<Token> exponent = new ArrayList<>();
    private boolean hasPoint;
    private @Nullable Token power;

    FormattedDigits(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.is(Kind.CONDITION)) continue;
            if (token.is(Kind.EXPONENT)) power = token;
            else if (token.is(Kind.POINT) && power == null && !hasPoint) hasPoint = true;
            else if (power != null) exponent.add(token);
            else if (hasPoint) decimals.add(token);
            else whole.add(token);
        }
    }

    /** Null if it is not known here. */
    @Nullable
    String shown(BigDecimal number) {
        if (exponent.stream().anyMatch(token -> token.is(Kind.POINT)) || has(decimals, Kind.POINT)) return null;
        return power == null ? plain(number) : scientific(number, power);
    }

    private static boolean has(List<Token> tokens, Kind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    private String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(places(decimals), RoundingMode.HALF_UP);
        return (beforePoint(rounded) + afterPoint(rounded)).strip();
    }

    private @Nullable String scientific(BigDecimal number, Token power) {
        if (places(whole) != 1 || places(exponent) == 0) return null;
        int steps = number.signum() == 0 ? 0 : GeneralNumber.exponent(number);
        BigDecimal rounded = number.movePointLeft(steps).setScale(places(decimals), RoundingMode.HALF_UP);
        if (rounded.compareTo(BigDecimal.TEN) >= 0) {
            steps++;
            rounded = rounded.movePointLeft(1).setScale(places(decimals), RoundingMode.HALF_UP);
        }
        String sign = steps < 0 ? "-" : power.text().equals("+") ? "+" : "";
        return (beforePoint(rounded) + afterPoint(rounded) + "E" + sign
                        + wholes(exponent, Integer.toString(Math.abs(steps))))
                .strip();
    }

    private static int places(List<Token> tokens) {
        return (int) tokens.stream().filter(token -> token.is(Kind.DIGIT)).count();
    }

    private String beforePoint(BigDecimal rounded) {
        String digits = rounded.toBigInteger().toString();
        return wholes(whole, digits.equals("0") ? "" : digits);
    }

    /** From the right, as the first place takes all digits that are left. */
    private static String wholes(List<Token> tokens, String digits) {
        int places = places(tokens);
        boolean grouped = isGrouped(tokens);
        StringBuilder shown = new StringBuilder(); // backwards
        int position = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.is(Kind.COMMA)) continue;
            if (!token.is(Kind.DIGIT)) {
                shown.append(new StringBuilder(token.text()).reverse());
                continue;
            }
            places--;
            int until = places == 0 ? Math.max(position + 1, digits.length()) : position + 1;
            for (; position < until; position++) {
                String digit = position < digits.length()
                        ? digits.substring(digits.length() - 1 - position, digits.length() - position)
                        : padding(token);
                if (grouped && position > 0 && position % THOUSANDS == 0 && !digit.isEmpty()) {
                    shown.append(digit.isBlank() ? " " : ",");
                }
                shown.append(digit);
            }
        }
        return shown.reverse().toString();
    }

    /** A comma between two places, not behind the last. */
    private static boolean isGrouped(List<Token> tokens) {
        boolean place = false;
        boolean comma = false;
        for (Token token : tokens) {
            if (token.is(Kind.COMMA)) comma |= place;
            else if (token.is(Kind.DIGIT)) {
                if (comma) return true;
                place = true;
            }
        }
        return false;
    }

    private String afterPoint(BigDecimal rounded) {
        if (!hasPoint) return "";
        String digits = rounded.scale() == 0
                ? ""
                : rounded.toPlainString().substring(rounded.toPlainString().length() - rounded.scale());
        StringBuilder shown = new StringBuilder(".");
        int position = 0;
        for (Token token : decimals) {
            if (token.is(Kind.COMMA)) continue;
            if (!token.is(Kind.DIGIT)) {
                shown.append(token.text());
                continue;
            }
            boolean onlyZeros = digits.substring(position).chars().allMatch(digit -> digit == '0');
            shown.append(onlyZeros ? padding(token) : digits.substring(position, position + 1));
            position++;
        }
        return shown.toString();
    }

    private static String padding(Token place) {
        return switch (place.text()) {
            case "0" -> "0";
            case "?" -> " ";
            default -> "";
        };
    }
}
