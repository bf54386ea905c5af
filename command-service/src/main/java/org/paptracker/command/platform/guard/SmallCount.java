package org.paptracker.command.platform.guard;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.guard.ChildWords.HowMany;
import org.paptracker.command.platform.guard.ChildWords.Noun;

/**
 * Fewer than five children: so few can be recognised by who knows the place. Zero counts, as it says something of each
 * of them; "no children" is how people say that nothing happened. A number that names ("Year 1 children"), measures ("1
 * in 5 children") or limits ("at least two pupils") is no count.
 */
final class SmallCount {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("0", 0),
            Map.entry("1", 1),
            Map.entry("2", 2),
            Map.entry("3", 3),
            Map.entry("4", 4),
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("single", 1),
            Map.entry("x1", 1),
            Map.entry("x2", 2),
            Map.entry("x3", 3),
            Map.entry("x4", 4),
            Map.entry("1x", 1),
            Map.entry("2x", 2),
            Map.entry("3x", 3),
            Map.entry("4x", 4));
    private static final Set<String> SEVERAL_IN_A_WORD = Set.of("couple", "pair", "trio");

    /** Behind these a number is a name or an age: "Key Stage 2 children", "theme one: children", "aged 3". */
    private static final Set<String> NUMBERED = Words.set("""
            year years stage stages theme area priority phase tier level levels section part
            term group week day month band grade step page item wave cohort tranche quarter q
            number no version figure table annex appendix chapter option line class room key ks
            age aged ages type category outcome action milestone objective recommendation
            question standard goal article schedule regulation paragraph point any each every
            per under over least above to score mark panel cycle strand workstream pillar round
            paper papers document module form
            """);

    private static final Set<String> EVERY = Words.set("""
            last this next each per a every first past previous school academic that in-year
            """);

    /** A word that can't stand between a number and what it counts. */
    private static final Set<String> BREAKS = Words.set("""
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

    private static final Set<String> SIGNS = Set.of("£", "$", "#", ">", "+", "-");
    private static final int MOST_BETWEEN = 5;
    private static final int LONGEST_LIST = 8;

    private static final Pattern NUMBER_BEHIND = Pattern.compile(
            "\\b(?:number|numbers|count|total) of (?:[a-z'-]+ ){0,6}?(?:child(?:ren)?|pupils?|students?|learners?|young people|boys|girls|inpatients|cyp)\\b"
                    + "[^.;:\\n\\d]{0,60}?(?:\\b(?:is|was|were|are|at|to|of|remains|equals|by)|[:=]) ?(?:just |only |now |still |currently |about |around )?"
                    + "(?:[0-4]|zero|one|two|three|four)(?![\\w%£/-]|[.,:]\\d| ?%| per ?cent| in \\w+ | out of| to \\d| or more| (?:weeks?|days?|months?|years?|hours?|terms?|schools?|areas?|themes?)\\b)");
    private static final Pattern NUMBER_AFTER_COLON = Pattern.compile(
            "\\b(?:children|pupils|students|learners|young people|boys|girls|inpatients|cyp)(?: [a-z'-]+){0,5} ?[:=] ?"
                    + "(?:[0-4]|zero|one|two|three|four)(?= ?(?:$|[;)\\n]|,(?!\\d)|\\.(?:$|\\s)| (?:children|pupils|so far|this|as|in(?! \\d))\\b))(?!\\.? [A-Za-z]+[^.]*\\b2[.)])");

    private SmallCount() {}

    static boolean isIn(String text) {
        Words words = new Words(text);
        boolean inCare = ChildWords.speaksOfCare(text);
        for (int i = 0; i < words.count(); i++) if (isCountAt(words, i, inCare)) return true;
        return isBehind(text.toLowerCase(Locale.ROOT));
    }

    /** "The number of pupils excluded fell to 2", "children waiting: 3". */
    private static boolean isBehind(String lower) {
        boolean sign = lower.indexOf(':') >= 0 || lower.indexOf('=') >= 0;
        return (lower.contains(" of ") && NUMBER_BEHIND.matcher(lower).find())
                || (sign && NUMBER_AFTER_COLON.matcher(lower).find());
    }

    private static boolean isCountAt(Words words, int at, boolean inCare) {
        String word = words.at(at);
        if (SEVERAL_IN_A_WORD.contains(word)) return words.is(at + 1, "of") && counts(words, at + 2, 2, inCare);
        if (isFewerThanFive(words, at))
            return counts(words, at + (word.equals("<") || word.equals("below") ? 2 : 3), 2, inCare);
        Integer number = NUMBERS.containsKey(word) ? NUMBERS.get(word) : rangeOf(word);
        if (number == null || isNumbered(words, at)) return false;
        int next = at + 1;
        String joint = words.at(next);
        if (joint.equals("or") || joint.equals("to") || joint.equals("and") || joint.equals("/")) {
            Integer other = NUMBERS.get(words.at(next + 1));
            if (other == null) return false;
            return counts(words, next + 2, 2, inCare);
        }
        if (isShare(words, next)) return false;
        return counts(words, next, number, inCare);
    }

    /** "fewer than five", "less than 5", "below five", "<5". */
    private static boolean isFewerThanFive(Words words, int at) {
        String word = words.at(at);
        if (word.equals("<") || word.equals("below")) return isFive(words.at(at + 1));
        return (word.equals("fewer") || word.equals("less")) && words.is(at + 1, "than") && isFive(words.at(at + 2));
    }

    private static boolean isFive(String word) {
        return word.equals("5") || word.equals("five");
    }

    /** "2-3": the larger of the two, if both are small. */
    private static @Nullable Integer rangeOf(String word) {
        int dash = word.indexOf('-');
        if (dash < 0) return null;
        Integer from = NUMBERS.get(word.substring(0, dash));
        Integer to = NUMBERS.get(word.substring(dash + 1));
        return from == null || to == null ? null : Integer.valueOf(Math.max(2, to));
    }

    /** Whether the number there names, limits or belongs to another one. */
    private static boolean isNumbered(Words words, int at) {
        return isNumbered(words, at, LONGEST_LIST);
    }

    private static boolean isNumbered(Words words, int at, int listed) {
        String before = words.at(at - 1);
        switch (before) {
            case "year", "term", "week", "month" -> {
                return !EVERY.contains(words.at(at - 2));
            }
            case "than" -> {
                return isMoreThan(words, at - 2);
            }
            case "in", "of" -> {
                return isOutOf(words, at - 1);
            }
            case "to" -> {
                return words.at(at - 2).equals("up") || isNumber(words.at(at - 2));
            }
            case "no" -> {
                return words.at(at).equals("one") || words.at(at - 2).isEmpty();
            }
            case "and", "or", "&", "/", "," -> { // "Years 1 and 2 pupils", "themes one, two and three: children"
                return listed > 0 && isNumber(words.at(at - 2)) && isNumbered(words, at - 2, listed - 1);
            }
            default -> {
                return SIGNS.contains(before) || NUMBERED.contains(before);
            }
        }
    }

    /** But "no more than two". */
    private static boolean isMoreThan(Words words, int at) {
        boolean more = words.at(at).equals("more") || words.at(at).equals("greater");
        return more && !words.at(at - 1).equals("no") && !words.at(at - 1).equals("not");
    }

    /** The other number of "2 in 3", "two out of three". */
    private static boolean isOutOf(Words words, int at) {
        return isNumber(words.at(at - 1)) || words.at(at - 1).equals("out");
    }

    private static boolean isNumber(String word) {
        return NUMBERS.containsKey(word) || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
    }

    /** "1 in 5", "two out of ten", "3 of every 4". */
    private static boolean isShare(Words words, int next) {
        if (words.is(next, "in")) return isAnyNumber(words.at(next + 1)) || words.is(next + 1, "every");
        if (words.is(next, "out", "of")) return true;
        return words.is(next, "of", "every") || words.is(next, "of", "each");
    }

    private static boolean isAnyNumber(String word) {
        return isNumber(word) || Words.set("""
            five six seven eight nine ten twelve twenty hundred
            """).contains(word);
    }

    /** Whether what follows a number is counted by it, and is children. */
    private static boolean counts(Words words, int from, int number, boolean inCare) {
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
    private static int pastOneBetween(Words words, int at) {
        String word = words.at(at);
        if (word.equals(",") && Character.isLetter(firstOf(words.at(at + 1)))) return at + 1;
        if (words.is(at, "looked", "after") || words.is(at, "cared", "for") || words.is(at, "in", "care"))
            return at + 2;
        if ((word.equals("year") || word.equals("ks")) && isNumber(words.at(at + 1))) return at + 2;
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
    private static boolean isForEach(Words words, int behind) {
        if (words.is(behind, "at", "a", "time") || words.is(behind, "at", "once")) return true;
        for (int i = behind; i < behind + 3; i++) {
            String word = words.at(i);
            if (word.equals("per") || word.equals("each") || word.equals("every")) return true;
        }
        return false;
    }
}
