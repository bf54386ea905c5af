package org.paptracker.command.platform.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            am pm o'clock noon staff colleagues teachers
            hundred thousand million billion dozen
            """);

    private static final Set<String> BELOW = Set.of("<", "below", "under");
    private static final Set<String> JOINTS = Set.of("or", "to", "and", "/", "-");
    private static final Set<String> IS = Set.of("is", "was", "are", "were");
    /** "Pupil(s)", "child(ren)". */
    private static final Pattern PERHAPS_SEVERAL = Pattern.compile("\\((s|ren)\\)", Pattern.CASE_INSENSITIVE);

    private static final Set<String> FROM = Set.of("from", "among", "amongst");
    private static final Set<String> OTHERS = Set.of("them", "these", "those", "whom");
    private static final Set<String> OR = Set.of("or", "possibly", "perhaps", "maybe");
    private static final Set<String> AND = Set.of("and", "&", "/", ",", "with");
    private static final Set<String> JOINS = Set.of("and", "or", "/", "&", "but");
    private static final Pattern DESCRIBES = Pattern.compile(
            "\\w+(?:ic|al|ed|ive|ous|an|ful|less|ble|ent|ish|ant|ary|ing)|male|female|black|white|asian|deaf|blind|mixed"
                    + "|young|older|younger|sen|send|semh|ehcp|roma|gypsy|traveller|primary|secondary");
    private static final Pattern AGE = Pattern.compile("\\d{1,2}(?:yo|yrs?)");
    private static final int MOST_BETWEEN = 5;

    private SmallCountDetector() {}

    static boolean isIn(String text) {
        if (isInAs(text)) return true;
        Matcher plural = PERHAPS_SEVERAL.matcher(text);
        return plural.find() && (isInAs(plural.replaceAll("$1")) || isInAs(plural.replaceAll("")));
    }

    private static boolean isInAs(String text) {
        TextTokens words = new TextTokens(text);
        boolean inCare = ChildWords.speaksOfCare(text);
        for (int i = 0; i < words.count(); i++) if (isCountAt(words, i, inCare)) return true;
        return CountBehind.isIn(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isCountAt(TextTokens words, int at, boolean inCare) {
        String word = words.at(at);
        if (SEVERAL_IN_A_WORD.contains(word)) return words.is(at + 1, "of") && counts(words, at + 2, 2, inCare);
        int limit = behindFewerThanFive(words, at);
        if (limit > 0) return counts(words, limit, 2, inCare);
        if (word.equals("both")) return isBoth(words, at, inCare);
        if (SmallRatio.isSpacedAt(words, at)) return counts(words, at + 3, 2, inCare);
        if (SmallRatio.isAt(words, at)) return counts(words, at + 1, 2, inCare);
        Integer number = SmallNumber.of(word);
        if (number == null || NoCount.isNumbered(words, at)) return false;
        int next = at + 1;
        String joint = words.at(next);
        if (words.is(next, "or", "fewer") || words.is(next, "or", "less")) return counts(words, next + 2, 2, inCare);
        if (JOINTS.contains(joint)) {
            return SmallNumber.of(words.at(next + 1)) != null && counts(words, next + 2, 2, inCare);
        }
        if (NoCount.isShare(words, next)) return false;
        return counts(words, next, number, inCare) || areChildren(words, next, number, inCare);
    }

    /** "Two were children", "one is a pupil". */
    private static boolean areChildren(TextTokens words, int from, int number, boolean inCare) {
        if (words.is(from, "of") && OTHERS.contains(words.at(from + 1))) return areChildren(words, from + 2, 2, inCare);
        int at = from;
        if (!IS.contains(words.at(at))) return false;
        int noun = words.is(at + 1, "a") || words.is(at + 1, "both") || words.is(at + 1, "all") ? at + 2 : at + 1;
        return counts(words, noun, number, inCare);
    }

    /** "Both pupils were excluded", but not "both pupils and parents". */
    private static boolean isBoth(TextTokens words, int at, boolean inCare) {
        int from = words.is(at + 1, "the") || words.is(at + 1, "of") ? at + 2 : at + 1;
        if (words.is(from, "the")) from++;
        for (int noun = from; noun < from + 3; noun++) {
            Noun found = ChildWords.at(words, noun, inCare);
            String behind = words.at(noun + found.words());
            if (found.number() == HowMany.SEVERAL) {
                return !AND.contains(behind) && !ChildWords.namesSomethingElse(found, words, noun + found.words());
            }
            if (BREAKS.contains(words.at(noun))) return false;
        }
        return false;
    }

    /** What follows "fewer than five", "under 5", "<5"; 0 if it is none of these. */
    private static int behindFewerThanFive(TextTokens words, int at) {
        String word = words.at(at);
        int number = at + 1;
        if (word.equals("fewer") || word.equals("less")) {
            if (!words.is(at + 1, "than") || words.is(at - 1, "no") || words.is(at - 1, "not")) return 0;
            number = at + 2;
        } else if (word.equals("\u2264")) {
            return SmallNumber.of(words.at(number)) == null ? 0 : number + 1;
        } else if (!BELOW.contains(word)) {
            return 0;
        } else if (words.is(number, "=")) {
            return SmallNumber.of(words.at(number + 1)) == null ? 0 : number + 2;
        }
        boolean small = isFive(words.at(number)) || SmallNumber.of(words.at(number)) != null;
        return small ? number + 1 : 0;
    }

    private static boolean isFive(String word) {
        return word.equals("5") || word.equals("five");
    }

    /** Whether what follows a number is counted by it, and is children. */
    private static boolean counts(TextTokens words, int from, int number, boolean inCare) {
        int at = SmallRatio.pastBrackets(words, from);
        boolean several = number != 1;
        if (words.is(at, "out", "of")) at++;
        if (words.is(at, "in", "a") && words.is(at + 3, "of")) at += 3;
        if (words.is(at, "of") || FROM.contains(words.at(at))) {
            int whole = SmallRatio.pastWhole(words, at + 1);
            if (whole == at + 1) return false;
            at = whole;
            several = true;
        }
        for (int between = 0; between <= MOST_BETWEEN; between++) {
            Noun noun = ChildWords.at(words, at, inCare);
            if (noun.number() != HowMany.NONE && fits(noun, several)) {
                int behind = at + noun.words();
                return !ChildWords.namesSomethingElse(noun, words, behind)
                        && !isForEach(words, behind)
                        && !SmallRatio.isShareBehind(words, behind);
            }
            int next = pastOneBetween(words, at);
            if (next < 0) return false;
            at = next;
        }
        return false;
    }

    private static boolean fits(Noun noun, boolean several) {
        if (noun.number() == HowMany.ANY) return true;
        return several ? noun.number() == HowMany.SEVERAL : noun.number() == HowMany.ONE;
    }

    /** Past one adjective, or one group of words that serves as one; negative if it is none. */
    private static int pastOneBetween(TextTokens words, int at) {
        String word = words.at(at);
        if (word.equals(",") && Character.isLetter(firstOf(words.at(at + 1)))) {
            boolean right = SmallNumber.isNumber(words.at(at - 1)); // "one, pupils are heard; two, pupils are safe"
            return right && !OR.contains(words.at(at - 2)) ? -1 : at + 1;
        }
        if (words.is(at, "looked", "after") || words.is(at, "cared", "for") || words.is(at, "in", "care"))
            return at + 2;
        if ((word.equals("year") || word.equals("ks")) && SmallNumber.isNumber(words.at(at + 1))) return at + 2;
        if (words.is(at, "key", "stage")) return at + 3;
        if (SmallNumber.isNumber(word) && (words.is(at + 1, "year", "old") || words.is(at + 1, "years", "old")))
            return at + 3;
        if (JOINS.contains(word)
                && DESCRIBES.matcher(words.at(at - 1)).matches()
                && Character.isLetter(firstOf(words.at(at + 1)))) return at + 1;
        if (word.equals("\u00d7")
                || word.equals("\"")
                || word.equals("'")
                || word.equals("(")
                || AGE.matcher(word).matches()) return word.equals("(") ? bracketed(words, at) : at + 1;
        if (words.is(at, "more") || words.is(at, "further")) return at + 1;
        if (!Character.isLetter(firstOf(word)) && !word.endsWith("-year-old")) return -1;
        if (BREAKS.contains(word)) return -1;
        boolean pluralNoun = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("ous");
        return pluralNoun ? -1 : at + 1;
    }

    private static int bracketed(TextTokens words, int at) {
        int behind = SmallRatio.pastBrackets(words, at);
        return behind == at ? -1 : behind;
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
