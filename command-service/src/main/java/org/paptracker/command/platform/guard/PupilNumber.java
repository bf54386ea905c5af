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
    private static final String GAP = "[ ./-]?";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d])([A-HJ-NP-RT-Z])" + GAP + "(\\d{3}" + GAP + "\\d{4}" + GAP + "\\d{2}" + GAP
                    + "\\d{2}[\\dA-HJ-NP-RT-Z])(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GAPS = Pattern.compile("[ ./-]");

    private PupilNumber() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) {
            String number = GAPS.matcher(shape.group(2)).replaceAll("").toUpperCase(Locale.ROOT);
            if (LETTERS.charAt(sum(number) % LETTERS.length())
                    == Character.toUpperCase(shape.group(1).charAt(0))) return true;
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
