package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.FormatTokens.Kind;
import org.paptracker.command.platform.imports.FormatTokens.Token;

/** A section of a number format: one of those for numbers above, below and at zero, and for texts. */
record FormatSection(List<Token> tokens) {
    boolean has(Kind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    boolean isDate() {
        return has(Kind.DATE) || has(Kind.ELAPSED);
    }

    /** What it makes of a text; null if it does not show the text. */
    @Nullable
    String shown(String text) {
        if (!has(Kind.TEXT)) return null;
        StringBuilder shown = new StringBuilder();
        for (Token token : tokens) {
            if (token.is(Kind.TEXT)) shown.append(text);
            else if (token.is(Kind.LITERAL)) shown.append(token.text());
        }
        return shown.toString().strip();
    }

    /**
     * What it makes of a number that is not below zero, without blanks round it; null if that is not known here: fractions,
     * exponents in steps, other digits, what fills the cell.
     */
    @Nullable
    String shown(BigDecimal number) {
        if (has(Kind.UNKNOWN) || has(Kind.OTHER_DIGITS) || has(Kind.TEXT) || isDate()) return null;
        int lastDigit = last(Kind.DIGIT);
        if (has(Kind.GENERAL)) return lastDigit >= 0 || has(Kind.PERCENT) ? null : general(number);
        if (lastDigit < 0 && (has(Kind.POINT) || has(Kind.COMMA) || has(Kind.EXPONENT))) return null;
        if (has(Kind.SLASH) && lastDigit >= 0) return null;
        return new FormattedDigits(tokens).shown(scaled(number));
    }

    private String general(BigDecimal number) {
        StringBuilder shown = new StringBuilder();
        for (Token token : tokens) {
            if (token.is(Kind.GENERAL)) shown.append(GeneralNumber.shown(number));
            else if (!token.is(Kind.CONDITION)) shown.append(token.text());
        }
        return shown.toString().strip();
    }

    /** A per cent sign multiplies by a hundred, and a comma behind the digits divides by a thousand. */
    private BigDecimal scaled(BigDecimal number) {
        int shift = 0;
        for (Token token : tokens) if (token.is(Kind.PERCENT)) shift += 2;
        int lastOfWhole = lastOfWhole();
        for (int i = lastOfWhole + 1; lastOfWhole >= 0 && i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.COMMA)) shift -= 3;
        }
        return number.round(GeneralNumber.KEPT).movePointRight(shift);
    }

    private int lastOfWhole() {
        int last = -1;
        for (int i = 0; i < tokens.size() && !tokens.get(i).is(Kind.POINT); i++) {
            if (tokens.get(i).is(Kind.DIGIT)) last = i;
        }
        return last;
    }

    private int last(Kind kind) {
        for (int i = tokens.size() - 1; i >= 0; i--) if (tokens.get(i).is(kind)) return i;
        return -1;
    }
}
