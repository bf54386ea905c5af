package org.paptracker.command.platform.guard;

import java.util.regex.Pattern;

/**
 * Any address, an office's too: whose it is can't be seen. Also as people write it to hide it from machines: {@code jo
 * [at] example.org}, {@code jo at example dot org}.
 */
final class EmailAddress {
    private static final String LABEL = "[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?";
    private static final Pattern WRITTEN_OUT = Pattern.compile(
            "[\\p{L}\\d_!#$%&'*+/=?^{|}~.-][\\s\\[({<]{0,2}@[\\s\\])}>]{0,2}" + LABEL + "(?: ?\\. ?" + LABEL + ")+");
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "[\\p{L}\\d_.+-] ?[\\[({<] ?at ?[\\])}>] ?" + LABEL + "(?:(?:\\.| ?[\\[({<] ?dot ?[\\])}>] ?| dot )" + LABEL
                    + ")+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_WORDS =
            Pattern.compile("[\\p{L}\\d_.+-] at " + LABEL + "(?: dot " + LABEL + ")+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_SIGNS = Pattern.compile(
            "[\\p{L}\\d_.+] ?[-_*|]{1,2} ?at ?[-_*|]{1,2} ?" + LABEL + "(?: ?[-_*|]{1,2} ?dot ?[-_*|]{1,2} ?" + LABEL
                    + ")+",
            Pattern.CASE_INSENSITIVE);

    // Without these the patterns above need not be tried.
    private static final Pattern BRACKET = Pattern.compile("[\\[({<]");
    private static final Pattern DOT = Pattern.compile("[ \\p{Punct}]dot[ \\p{Punct}]", Pattern.CASE_INSENSITIVE);

    private EmailAddress() {}

    static boolean isIn(String text) {
        return (text.indexOf('@') >= 0 && WRITTEN_OUT.matcher(text).find())
                || (BRACKET.matcher(text).find() && IN_BRACKETS.matcher(text).find())
                || (DOT.matcher(text).find()
                        && (IN_WORDS.matcher(text).find()
                                || BETWEEN_SIGNS.matcher(text).find()));
    }
}
