package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.FormatTokens.Kind;
import org.paptracker.command.platform.imports.FormatTokens.Token;

/**
 * The number format of a cell: what people see of what it holds.
 *
 * @param code as in the file, for people
 * @param numbers sections for numbers; empty if the format is not known here
 * @param texts the section for texts; null if they are shown as they are
 * @param ofPlace whether a spreadsheet in another country shows its numbers in another way
 */
record CellFormat(
        String code, List<FormatSection> numbers, @Nullable FormatSection texts, boolean ofPlace) {
    static final CellFormat GENERAL = of("General");

    private static final int MOST_SECTIONS = 4;
    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d{1,18}(?:\\.\\d{1,18})?)");

    private static final Pattern ONLY_ZEROS = Pattern.compile("[^0-9]*0[^1-9]*");

    static CellFormat of(String code) {
        return of(code, false);
    }

    static CellFormat of(String code, boolean ofPlace) {
        List<FormatSection> sections =
                FormatTokens.sections(code).stream().map(FormatSection::new).toList();
        if (sections.size() > MOST_SECTIONS) return unknown(code);
        FormatSection last = sections.get(sections.size() - 1);
        boolean hasTexts = sections.size() == MOST_SECTIONS || last.has(Kind.TEXT);
        List<FormatSection> numbers = hasTexts ? sections.subList(0, sections.size() - 1) : sections;
        return new CellFormat(code, numbers.isEmpty() ? GENERAL.numbers() : numbers, hasTexts ? last : null, ofPlace);
    }

    static CellFormat unknown(String code) {
        return new CellFormat(code, List.of(), null, false);
    }

    /** What is seen of a text; null if the format hides it. */
    @Nullable
    String shown(String text) {
        return texts == null ? text : texts.shown(text);
    }

    /** What is seen of a number, "" if the format hides it; null if that is a date, or is not known here. */
    @Nullable
    String shown(BigDecimal number) {
        FormatSection section = section(number);
        if (section == null) return null;
        String shown = section.tokens().isEmpty() ? "" : section.shown(number.abs());
        return shown == null || shown.isEmpty() || !isSigned(number, shown) ? shown : "-" + shown;
    }

    /** The section for a number; null if that is not known here. */
    @Nullable
    FormatSection section(BigDecimal number) {
        int sign = number.signum();
        if (numbers.isEmpty()) return null;
        if (numbers.stream().anyMatch(section -> section.has(Kind.CONDITION))) return onCondition(number);
        if (numbers.size() == 1 || sign > 0 || (sign == 0 && numbers.size() == 2)) return numbers.get(0);
        return numbers.get(sign < 0 ? 1 : 2);
    }

    /** A section of their own says how numbers below zero are shown. Without one they get a sign, save what shows as 0. */
    private boolean isSigned(BigDecimal number, String shown) {
        return number.signum() < 0
                && numbers.size() == 1
                && !ONLY_ZEROS.matcher(shown).matches();
    }

    /** Whether a number below zero gets a sign then depends on what the condition is: it is not known here. */
    private @Nullable FormatSection onCondition(BigDecimal number) {
        if (number.signum() < 0) return null;
        for (FormatSection section : numbers) {
            Token condition = section.tokens().stream()
                    .filter(token -> token.is(Kind.CONDITION))
                    .findFirst()
                    .orElse(null);
            if (condition == null) {
                // Of two or three sections one without a condition is for the rest, or for numbers below zero.
                if (section.equals(numbers.get(numbers.size() - 1))) return section;
                return null;
            }
            Matcher parts = CONDITION.matcher(condition.text());
            if (!parts.matches()) return null;
            if (holds(parts.group(1), number.compareTo(new BigDecimal(parts.group(2))))) return section;
        }
        return null;
    }

    private static boolean holds(String comparison, int compared) {
        return switch (comparison) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "=" -> compared == 0;
            default -> compared != 0;
        };
    }
}
