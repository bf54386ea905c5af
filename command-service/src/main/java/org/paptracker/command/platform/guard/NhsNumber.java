package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten digits, in one piece or in groups as people write them, with the check digit of modulus 11. Only ranges that are
 * given out in England, Wales and Northern Ireland, and that for tests: outside them an ISBN would pass too.
 */
final class NhsNumber {
    private static final String GAP = "[ ./-]{1,3}";
    private static final Pattern SHAPE = Pattern.compile("(?<![\\p{L}\\d])(?<![\\d£$€][.,/-])(?<![£$€])(?:"
            + "\\d{10}"
            + "|\\d{3}" + GAP + "\\d{3}" + GAP + "\\d{4}"
            + "|\\d{3}" + GAP + "\\d{4}" + GAP + "\\d{3}"
            + "|\\d{4}" + GAP + "\\d{3}" + GAP + "\\d{3}"
            + "|\\d{3}" + GAP + "\\d{7}|\\d{4}" + GAP + "\\d{6}|\\d{5}" + GAP + "\\d{5}|\\d{6}" + GAP + "\\d{4}|\\d{7}"
            + GAP + "\\d{3}"
            + "|\\d(?:" + GAP + "\\d){9}"
            + ")(?![\\p{L}\\d])(?![.,/-]\\d)");
    private static final Pattern GIVEN_OUT = Pattern.compile("(?:3[2-9]|[467]\\d|999)\\d+");

    private NhsNumber() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        int from = 0;
        while (shape.find(from)) {
            if (isGenuine(Digits.of(shape.group()))) return true;
            from = shape.start() + 1;
        }
        return false;
    }

    private static boolean isGenuine(String digits) {
        if (!GIVEN_OUT.matcher(digits).matches()) return false;
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (10 - i) * (digits.charAt(i) - '0');
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }
}
