package org.paptracker.command.platform.guard;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unique pupil number: a check letter and twelve digits, of which the last is a letter in a temporary one. The letter
 * is the sum of the others, weighted from 2 to 13, modulo 23.
 */
final class PupilNumber {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"; // without I, O and S
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d])([A-HJ-NP-RT-Z])(" + Gap.OPTIONAL + "\\d(?:" + Gap.OPTIONAL + "\\d){10}" + Gap.OPTIONAL
                    + "[\\dA-HJ-NP-RT-Z])(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    /** With a slip in it, it is still one if it is called so, or begins with the number of Oxfordshire. */
    private static final Pattern CALLED_SO = Pattern.compile(
            "(?:\\bupns?|\\bunique pupil (?:number|no\\.?|id))[\\s.:=#_(\\[\"'-]{0,4}(?:no\\.? ?|number ?)?(?:is |was |of )?$",
            Pattern.CASE_INSENSITIVE);

    private static final String OXFORDSHIRE = "931";
    private static final int LABEL = 40;
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\d]");

    private PupilNumber() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) {
            String number = GAPS.matcher(shape.group(2)).replaceAll("").toUpperCase(Locale.ROOT);
            if (number.startsWith(OXFORDSHIRE)) return true;
            if (LETTERS.charAt(sum(number) % LETTERS.length())
                    == Character.toUpperCase(shape.group(1).charAt(0))) return true;
            String before = text.substring(Math.max(0, shape.start() - LABEL), shape.start());
            if (CALLED_SO.matcher(before).find()) return true;
        }
        return false;
    }

    private static int sum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = Character.isDigit(number.charAt(i))
                    ? Character.digit(number.charAt(i), 10)
                    : LETTERS.indexOf(number.charAt(i));
            sum += (i + 2) * value;
        }
        return sum;
    }
}
