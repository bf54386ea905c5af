package org.paptracker.command.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the code of a number format apart: ECMA-376 part 1, 18.8.31. */
final class FormatTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*]|general|am/pm|a/p|e[+-]|y+|m+|d+|h+|s+|b+|e+|g+|.",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOUR =
            Pattern.compile("black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\\d{1,2}");
    private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+");
    private static final Pattern CURRENCY_OR_LANGUAGE = Pattern.compile("\\$([^-]*)(?:-(.*))?");

    /** As a spreadsheet shows them without quotation marks. */
    private static final String SHOWN_AS_THEY_ARE = "$-+():^&'~{}<>= ";

    private FormatTokens() {}

    enum Kind {
        LITERAL,
        /** {@code 0}, {@code #} or {@code ?}. */
        DIGIT,
        POINT,
        COMMA,
        PERCENT,
        EXPONENT,
        SLASH,
        GENERAL,
        /** {@code @}. */
        TEXT,
        /** A part of a date or of a time; its text is in lower case. */
        DATE,
        /** {@code [h]}: hours, minutes or seconds that don't start again at the next day. */
        ELAPSED,
        CONDITION,
        /** Other digits than ours, in a language that writes some. */
        OTHER_DIGITS,
        UNKNOWN
    }

    record Token(Kind kind, String text) {
        boolean is(Kind wanted) {
            return kind == wanted;
        }
    }

    /** One list for each section; what shows nothing, such as a colour, is left out. */
    static List<List<Token>> sections(String code) {
        List<List<Token>> sections = new ArrayList<>();
        List<Token> section = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(code);
        while (tokens.find()) {
            String text = tokens.group();
            if (text.equals(";")) {
                sections.add(section);
                section = new ArrayList<>();
            } else {
                Token token = token(text);
                if (!token.is(Kind.LITERAL) || !token.text.isEmpty()) section.add(token);
            }
        }
        sections.add(section);
        return sections;
    }

    private static Token token(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        char first = lower.charAt(0);
        if (lower.equals("general")) return new Token(Kind.GENERAL, "");
        if (lower.equals("am/pm") || lower.equals("a/p")) return new Token(Kind.DATE, "am/pm");
        if (lower.equals("e+") || lower.equals("e-")) return new Token(Kind.EXPONENT, lower.substring(1));
        return switch (first) {
            case '"' -> literal(text.replace("\"", ""));
            case '\\' -> text.length() == 1 ? new Token(Kind.UNKNOWN, text) : literal(text.substring(1));
            case '_' -> literal(" ");
            case '*' -> text.equals("* ") ? literal("") : new Token(Kind.UNKNOWN, text); // as often as there is room
            case '[' -> bracket(lower, text);
            case '0', '#', '?' -> new Token(Kind.DIGIT, text);
            case '.' -> new Token(Kind.POINT, text);
            case ',' -> new Token(Kind.COMMA, text);
            case '%' -> new Token(Kind.PERCENT, text);
            case '/' -> new Token(Kind.SLASH, text);
            case '@' -> new Token(Kind.TEXT, text);
            case 'y', 'm', 'd', 'h', 's', 'b', 'e', 'g' -> new Token(Kind.DATE, lower);
            default ->
                SHOWN_AS_THEY_ARE.indexOf(first) >= 0 || first > '~' ? literal(text) : new Token(Kind.UNKNOWN, text);
        };
    }

    private static Token literal(String text) {
        return new Token(Kind.LITERAL, text);
    }

    private static Token bracket(String lower, String text) {
        if (!lower.endsWith("]")) return new Token(Kind.UNKNOWN, text);
        String inside = lower.substring(1, lower.length() - 1);
        if (COLOUR.matcher(inside).matches()) return literal("");
        if (ELAPSED.matcher(inside).matches()) return new Token(Kind.ELAPSED, inside);
        if (!inside.isEmpty() && "<>=".indexOf(inside.charAt(0)) >= 0) return new Token(Kind.CONDITION, inside);
        Matcher currency = CURRENCY_OR_LANGUAGE.matcher(text.substring(1, text.length() - 1));
        if (!currency.matches()) return new Token(Kind.UNKNOWN, text);
        String language = currency.group(2);
        boolean ownDigits = language != null && language.matches("[0-9A-Fa-f]{5,}");
        return ownDigits ? new Token(Kind.OTHER_DIGITS, text) : literal(currency.group(1));
    }
}
