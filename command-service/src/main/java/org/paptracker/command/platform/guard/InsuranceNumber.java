package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A National Insurance number: two letters that are given out, six digits, a letter from A to D. What is called one may
 * have other letters, as that of the official example, or lack the last.
 */
final class InsuranceNumber {
    private static final String SIX_DIGITS = "(?:" + Gap.OPTIONAL + "\\d){6}";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d])(?!BG|GB|KN|NK|NT|TN|ZZ)(?:[A-CEGHJ-PR-TW-Z]" + Gap.OPTIONAL + "[A-CEGHJ-NPR-TW-Z]|QQ)("
                    + SIX_DIGITS + ")" + Gap.OPTIONAL + "[A-D](?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALLED_SO = Pattern.compile(
            "(?:\\bnino|\\bn\\.?i\\.?(?: ?(?:no\\.?|number|num))?|\\bnational insurance(?: (?:no\\.?|number|num))?)"
                    + "[\\s.:=#_(\\[\"'-]{0,4}(?:is |was )?[A-Z] ?[A-Z]" + SIX_DIGITS + "(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    /** "by 12/03/24 a letter". */
    private static final Pattern DATE_BEHIND_A_WORD =
            Pattern.compile("^(?:[a-z]{2}|At|By|As|My) \\d{1,2}([./-])\\d{1,2}\\1\\d{2} .*", Pattern.DOTALL);

    private InsuranceNumber() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) {
            if (!DATE_BEHIND_A_WORD.matcher(shape.group()).matches()) return true;
        }
        return CALLED_SO.matcher(text).find();
    }
}
