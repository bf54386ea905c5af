package org.paptracker.command.platform.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small number with the whole that it is of: "2 of the 30 pupils", "3/46 pupils", "2 (8%) of 25 children". */
final class SmallRatio {
    private static final Pattern OF_A_WHOLE = Pattern.compile("([0-4])/(\\d{1,5})");
    private static final Set<String> DATED = TextTokens.set("""
            on by from until since before after and , dated section of year years
            """);
    private static final Set<String> WHOSE = TextTokens.set("""
            the our these those his her their its my your all
            """);
    private static final Set<String> HOW_MANY = TextTokens.set("""
            five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen dozen
            twenty thirty forty fifty sixty seventy eighty ninety
            """);
    private static final Set<String> AS_OF_A_SHARE = TextTokens.set("""
            . , ; ) has have had is are was were will does do did with can cannot lives waits needs who feels said says
            """);
    private static final Set<String> STILL = Set.of("then", "remaining", "other", "original", "current", "first");
    private static final int MOST_IN_BRACKETS = 6;

    private SmallRatio() {}

    /** "2/30", but not the share "1/10", nor a date or a section. */
    static boolean isAt(TextTokens words, int at) {
        Matcher ratio = OF_A_WHOLE.matcher(words.at(at));
        if (!ratio.matches() || DATED.contains(words.at(at - 1))) return false;
        int whole = Integer.parseInt(ratio.group(2));
        if (ratio.group(1).equals("1") && whole <= 10) return false;
        return whole > 4 || !words.is(at + 1, "of");
    }

    /** "2 / 30". */
    static boolean isSpacedAt(TextTokens words, int at) {
        String whole = words.at(at + 2);
        return SmallNumber.of(words.at(at)) != null
                && words.is(at + 1, "/")
                && SmallNumber.isNumber(whole)
                && SmallNumber.of(whole) == null
                && !DATED.contains(words.at(at - 1));
    }

    /** Behind "(8%)", "(both boys)" or a word in quotes; where it was if there are no brackets. */
    static int pastBrackets(TextTokens words, int at) {
        String quote = words.at(at);
        if (quote.equals("\"") || quote.equals("'")) {
            for (int i = at + 1; i <= at + MOST_IN_BRACKETS; i++) if (words.is(i, quote)) return i + 1;
        }
        if (!words.is(at, "(") && !words.is(at, "[")) return at;
        for (int i = at + 1; i <= at + MOST_IN_BRACKETS; i++) {
            if (words.is(i, ")") || words.is(i, "]")) return i + 1;
        }
        return at;
    }

    /** Behind "the", "the 30", "30", "all of the"; where it was if there is none of it. */
    static int pastWhole(TextTokens words, int from) {
        int at = from;
        if (WHOSE.contains(words.at(at))) at++;
        if (words.at(at).endsWith("'s")) at++;
        if (at > from && STILL.contains(words.at(at))) at++;
        if (at > from && words.is(at, "of", "the")) at += 2;
        boolean other = words.is(at + 1, "%") || words.is(at + 1, "per");
        boolean number = SmallNumber.isNumber(words.at(at)) || HOW_MANY.contains(words.at(at));
        return number && !other ? at + 1 : at;
    }

    /** "One child in six has", "1 pupil in 10." */
    static boolean isShareBehind(TextTokens words, int behind) {
        if (!words.is(behind, "in") && !words.is(behind, "out")) return false;
        int whole = words.is(behind, "out", "of") ? behind + 2 : behind + 1;
        if (words.is(whole, "every")) return true;
        if (!SmallNumber.isAnyNumber(words.at(whole))) return false;
        String next = words.at(whole + 1);
        return next.isBlank() || AS_OF_A_SHARE.contains(next);
    }
}
