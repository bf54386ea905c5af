package org.paptracker.command.platform.guard;

import java.util.Locale;
import java.util.Set;
import org.paptracker.command.platform.guard.ChildWords.HowMany;
import org.paptracker.command.platform.guard.ChildWords.Noun;

/**
 * Fewer than five children: people who know the place can recognise so few. Zero counts, as it says something of each
 * of them; "no children" is how people say that nothing happened. A number that names ("Year 1 children"), measures ("1
 * in 5 children") or limits ("at least two pupils") is no count.
 */
final class SmallCountDetector {
    private static final Set<String> SEVERAL_IN_A_WORD = Set.of("couple", "pair", "trio");

    /** A word that can't stand between a number and what it counts. */
    private static final Set<String> BREAKS = TextTokens.set("""
            for of with in to and or from at by on about that which who whose where when as is
            are was were have has had per than if so but not times it they we he she will would
            can could may must should be been into between how what because after before while
            over under through across during without within among all each every the a an this
            their our its his her third quarter half percent pc pp more-or-less help helps
            affecting involving supporting serving including one two three four five year yr
            week day month hour term minute old plus way main key
            january february march april june july august september october november december
            am pm o'clock noon
            """);

    private static final int MOST_BETWEEN = 5;

    private SmallCountDetector() {}

    static boolean isIn(String text) {
        TextTokens words = new TextTokens(text);
        boolean inCare = ChildWords.speaksOfCare(text);
        for (int i = 0; i < words.count(); i++) if (isCountAt(words, i, inCare)) return true;
        return CountBehind.isIn(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isCountAt(TextTokens words, int at, boolean inCare) {
        String word = words.at(at);
        if (SEVERAL_IN_A_WORD.contains(word)) return words.is(at + 1, "of") && counts(words, at + 2, 2, inCare);
        if (isFewerThanFive(words, at))
            return counts(words, at + (word.equals("<") || word.equals("below") ? 2 : 3), 2, inCare);
        Integer number = SmallNumber.of(word);
        if (number == null || NoCount.isNumbered(words, at)) return false;
        int next = at + 1;
        String joint = words.at(next);
        if (joint.equals("or") || joint.equals("to") || joint.equals("and") || joint.equals("/")) {
            return SmallNumber.of(words.at(next + 1)) != null && counts(words, next + 2, 2, inCare);
        }
        if (NoCount.isShare(words, next)) return false;
        return counts(words, next, number, inCare);
    }

    /** "fewer than five", "less than 5", "below five", "<5". */
    private static boolean isFewerThanFive(TextTokens words, int at) {
        String word = words.at(at);
        if (word.equals("<") || word.equals("below")) return isFive(words.at(at + 1));
        return (word.equals("fewer") || word.equals("less")) && words.is(at + 1, "than") && isFive(words.at(at + 2));
    }

    private static boolean isFive(String word) {
        return word.equals("5") || word.equals("five");
    }

    /** Whether what follows a number is counted by it, and is children. */
    private static boolean counts(TextTokens words, int from, int number, boolean inCare) {
        int at = from;
        boolean several = number != 1;
        if (words.is(at, "of")) {
            if (!Set.of("the", "our", "these", "those", "his", "her", "their", "its")
                    .contains(words.at(at + 1))) return false;
            at += 2;
            several = true;
        }
        for (int between = 0; between <= MOST_BETWEEN; between++) {
            Noun noun = ChildWords.at(words, at, inCare);
            if (noun.number() != HowMany.NONE && fits(noun, several)) {
                int behind = at + noun.words();
                return !ChildWords.namesSomethingElse(noun, words, behind) && !isForEach(words, behind);
            }
            int next = pastOneBetween(words, at);
            if (next < 0) return false;
            at = next;
        }
        return false;
    }

    private static boolean fits(Noun noun, boolean several) {
        return several ? noun.number() == HowMany.SEVERAL : noun.number() == HowMany.ONE;
    }

    /** Past one adjective, or one group of words that serves as one; negative if it is none. */
    private static int pastOneBetween(TextTokens words, int at) {
        String word = words.at(at);
        if (word.equals(",") && Character.isLetter(firstOf(words.at(at + 1)))) return at + 1;
        if (words.is(at, "looked", "after") || words.is(at, "cared", "for") || words.is(at, "in", "care"))
            return at + 2;
        if ((word.equals("year") || word.equals("ks")) && SmallNumber.isNumber(words.at(at + 1))) return at + 2;
        if (words.is(at, "key", "stage")) return at + 3;
        if (words.is(at, "more") || words.is(at, "further")) return at + 1;
        if (!Character.isLetter(firstOf(word)) && !word.endsWith("-year-old")) return -1;
        if (BREAKS.contains(word)) return -1;
        boolean pluralNoun = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("ous");
        return pluralNoun ? -1 : at + 1;
    }

    private static char firstOf(String word) {
        return word.isEmpty() ? ' ' : word.charAt(0);
    }

    /** "two pupils per school", "one child at a time": of how many in all, it says nothing. */
    private static boolean isForEach(TextTokens words, int behind) {
        if (words.is(behind, "at", "a", "time") || words.is(behind, "at", "once")) return true;
        for (int i = behind; i < behind + 3; i++) {
            String word = words.at(i);
            if (word.equals("per") || word.equals("each") || word.equals("every")) return true;
        }
        return false;
    }
}
