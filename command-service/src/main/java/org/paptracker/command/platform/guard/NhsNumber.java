package org.paptracker.command.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten digits, in one piece or in groups. They count with the check digit of modulus 11, in the ranges that are given out
 * or kept for tests. The official range for tests, and what is called an NHS number, count with a wrong check digit too.
 */
final class NhsNumber {
    private static final int DIGITS = 10;
    private static final Pattern GROUP = Pattern.compile("\\d++");
    private static final Pattern GAP = Pattern.compile(Gap.NEEDED);
    private static final Pattern GIVEN_OUT = Pattern.compile("(?:3[2-9]|[4679]\\d)\\d+");
    private static final Pattern FOR_TESTS = Pattern.compile("999\\d+");
    private static final Pattern USUAL = Pattern.compile("10|3 3 4|3 4 3|4 3 3|\\d \\d|(?:1 ){9}1|(?:2 ){4}2");

    /** A list of figures looks the same, so another grouping has to use one sign throughout, and no comma with a space. */
    private static final Pattern SIGN_OF_A_LIST = Pattern.compile("[,;|] +| *\\n");

    private static final Pattern CALLED_SO = Pattern.compile(
            "\\bnhs(?: ?(?:no|num|number|numbers|id|identifier|ref|patient|record))?(?:\\b|_)[\\s.:=#_(\\[\"'-]{0,4}(?:is |was |of )?\\(?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GLUED_LABEL = Pattern.compile("(?:nhs|no|num|number|id)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY_OR_DECIMALS = Pattern.compile("[£$€]$|[\\d£$€][.,/-]$");
    private static final Pattern GOES_ON = Pattern.compile("^(?:[\\p{L}\\d]|[.,/-]\\d)");
    private static final Pattern BOOK =
            Pattern.compile("isbn[\\s:-]{0,3}(?:1[03])?[\\s:-]{0,3}$", Pattern.CASE_INSENSITIVE);
    private static final int LABEL = 30;

    private NhsNumber() {}

    private record Group(int from, int to) {
        int length() {
            return to - from;
        }
    }

    static boolean isIn(String text) {
        List<Group> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(text);
        while (group.find()) groups.add(new Group(group.start(), group.end()));
        for (int first = 0; first < groups.size(); first++) if (startsAt(text, groups, first)) return true;
        return false;
    }

    private static boolean startsAt(String text, List<Group> groups, int first) {
        int digits = 0;
        for (int last = first; last < groups.size(); last++) {
            boolean apart = last > first
                    && !GAP.matcher(text)
                            .region(groups.get(last - 1).to(), groups.get(last).from())
                            .matches();
            if (apart) return false;
            digits += groups.get(last).length();
            if (digits >= DIGITS) return digits == DIGITS && isNumber(text, groups.subList(first, last + 1));
        }
        return false;
    }

    private static boolean isNumber(String text, List<Group> groups) {
        int from = groups.get(0).from();
        int to = groups.get(groups.size() - 1).to();
        String before = text.substring(Math.max(0, from - LABEL), from);
        String behind = text.substring(to, Math.min(text.length(), to + 2));
        if (isPartOfAWord(before) || GOES_ON.matcher(behind).find()) return false;
        if (BOOK.matcher(before).find()) return false;
        String digits = Digits.of(text.substring(from, to));
        if (CALLED_SO.matcher(before).find()) return true;
        if (MONEY_OR_DECIMALS.matcher(before).find()) return false;
        if (FOR_TESTS.matcher(digits).matches()) return true;
        return GIVEN_OUT.matcher(digits).matches() && hasItsCheckDigit(digits) && isGroupedAsOne(text, groups);
    }

    private static boolean isPartOfAWord(String before) {
        return !before.isEmpty()
                && Character.isLetterOrDigit(before.charAt(before.length() - 1))
                && !GLUED_LABEL.matcher(before).find();
    }

    private static boolean isGroupedAsOne(String text, List<Group> groups) {
        StringBuilder lengths = new StringBuilder();
        for (Group group : groups) lengths.append(lengths.isEmpty() ? "" : " ").append(group.length());
        if (USUAL.matcher(lengths).matches()) return true;
        String sign = text.substring(groups.get(0).to(), groups.get(1).from());
        for (int i = 1; i < groups.size(); i++) {
            if (!text.substring(groups.get(i - 1).to(), groups.get(i).from()).equals(sign)) return false;
        }
        return !SIGN_OF_A_LIST.matcher(sign).matches();
    }

    private static boolean hasItsCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (10 - i) * (digits.charAt(i) - '0');
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }
}
