package org.paptracker.command.platform.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What stands between the cells of a CSV: what a first line {@code sep=;} says, as Excel reads and writes it, or else that of
 * comma, semicolon, tab and vertical bar which the headings have most of.
 *
 * @param table the text below that first line
 * @param rowsBefore 1 if spreadsheets show that line as a row, else 0
 */
record CsvSeparator(char character, String table, int rowsBefore) {
    private static final String USUAL = ",;\t|";

    /** Saved anew by a program that did not know it, the line stands in quotation marks, or with empty cells after it. */
    private static final Pattern SAID = Pattern.compile(
            "\"?sep=[\"']*(?<said>\\\\t|[^\"'\\w\r\n])[\"']*(?<padding>(?<by>[,;\t|])\\k<by>*)?(?:\r\n|\r|\n|\\z)",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SHOWN = 20;

    static CsvSeparator of(String text) {
        Matcher line = SAID.matcher(text);
        if (line.lookingAt()) return said(line, text.substring(line.end()));
        if (text.regionMatches(true, 0, "sep=", 0, 4) || text.regionMatches(true, 0, "\"sep=", 0, 5)) {
            String first = text.lines().findFirst().orElse("");
            throw Unreadable.because(
                    "The first line, %s, is to name the one character that stands between the cells, such as sep=; with nothing after it."
                            .formatted(first.substring(0, Math.min(first.length(), LONGEST_SHOWN))));
        }
        return new CsvSeparator(commonest(text, ','), text, 0);
    }

    private static CsvSeparator said(Matcher line, String table) {
        String by = line.group("by");
        if (by != null) return new CsvSeparator(by.charAt(0), table, 1);
        char said = line.group("said").equals("\\t") ? '\t' : line.group("said").charAt(0);
        char found = commonest(table, said);
        if (count(headings(table), said) == 0 && found != said) {
            throw Unreadable.because(
                    "The first line says that %s stands between the cells, but the headings below it are separated by %s. Correct or remove the first line."
                            .formatted(name(said), name(found)));
        }
        return new CsvSeparator(said, table, 0);
    }

    /** @param usual where the headings have none */
    private static char commonest(String table, char usual) {
        String headings = headings(table);
        char commonest = usual;
        long most = 0;
        for (int i = 0; i < USUAL.length(); i++) {
            char candidate = USUAL.charAt(i);
            long count = count(headings, candidate);
            if (count > most) {
                commonest = candidate;
                most = count;
            }
        }
        return commonest;
    }

    private static long count(String headings, char separator) {
        return headings.chars().filter(character -> character == separator).count();
    }

    /** What of the first row that is not blank stands outside quotation marks. */
    private static String headings(String table) {
        int start = IntStream.range(0, table.length())
                .filter(i -> !Character.isWhitespace(table.charAt(i)))
                .findFirst()
                .orElse(table.length());
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        for (int i = start; i < table.length(); i++) {
            char character = table.charAt(i);
            if (character == '"') quoted = !quoted;
            else if (!quoted && (character == '\n' || character == '\r')) break;
            else if (!quoted) outside.append(character);
        }
        return outside.toString();
    }

    private static String name(char separator) {
        return switch (separator) {
            case '\t' -> "a tab";
            case ' ' -> "a space";
            default -> "\"" + separator + "\"";
        };
    }
}
