package org.paptracker.command.platform.guard;

import java.util.Set;

/** Where a number counts nothing: it names ("Year 1"), limits ("at least two") or is a share ("1 in 5"). */
final class NoCount {
    /** Behind these a number is a name or an age: "Key Stage 2 children", "theme one: children", "aged 3". */
    private static final Set<String> NUMBERED = TextTokens.set("""
            year years stage stages theme area priority phase tier level levels section part
            term group week day month band grade step page item wave cohort tranche quarter q
            number no version figure table annex appendix chapter option line class room key ks
            age aged ages type category outcome action milestone objective recommendation
            question standard goal article schedule regulation paragraph point any each every
            per under over least above to score mark panel cycle strand workstream pillar round
            entry house unit ward set paper papers document module form
            """);

    private static final Set<String> EVERY = TextTokens.set("""
            last this next each per a every first past previous school academic that in-year
            """);

    /** "Groups of three pupils": how many in all, it does not say. */
    private static final Set<String> GROUPS = Set.of("groups", "classes", "teams", "batches");

    /** Of these as many as there are in all: "two out of ten pupils" is a share, "two out of 30" a count. */
    private static final Set<String> WHOLES = TextTokens.set(
            "2 3 4 5 6 7 8 9 10 20 100 1,000 1000 two three four five six seven eight nine ten twenty hundred");

    private static final Set<String> SIGNS = Set.of("£", "$", "#", ">", "+", "-");
    private static final int LONGEST_LIST = 8;

    private NoCount() {}

    /** Whether the number there names, limits or belongs to another one. */
    static boolean isNumbered(TextTokens words, int at) {
        return isNumbered(words, at, LONGEST_LIST);
    }

    private static boolean isNumbered(TextTokens words, int at, int listed) {
        String before = words.at(at - 1);
        switch (before) {
            case "year", "term", "week", "month" -> {
                return !EVERY.contains(words.at(at - 2));
            }
            case "than" -> {
                return isMoreThan(words, at - 2);
            }
            case "in", "of" -> {
                return isOutOf(words, at - 1) || GROUPS.contains(words.at(at - 2));
            }
            case "at" -> { // "At 4 children start school"
                return words.at(at - 2).isEmpty() || words.at(at - 2).equals(".");
            }
            case "under", "below" -> { // "children under 5", but "under five pupils" is looked at from "under"
                return true;
            }
            case "-" -> { // "1 - 4 pupils" is looked at from the first
                return true;
            }
            case "to" -> {
                return words.at(at - 2).equals("up") || SmallNumber.isNumber(words.at(at - 2));
            }
            case "no" -> {
                return words.at(at).equals("one") || words.at(at - 2).isEmpty();
            }
            case "and", "or", "&", "/", "," -> { // "Years 1 and 2 pupils", "themes one, two and three: children"
                return listed > 0 && SmallNumber.isNumber(words.at(at - 2)) && isNumbered(words, at - 2, listed - 1);
            }
            default -> {
                return SIGNS.contains(before) || NUMBERED.contains(before);
            }
        }
    }

    /** "More than two", "no fewer than two"; but not "no more than two". */
    private static boolean isMoreThan(TextTokens words, int at) {
        boolean not = words.at(at - 1).equals("no") || words.at(at - 1).equals("not");
        if (words.at(at).equals("fewer") || words.at(at).equals("less")) return not;
        boolean more = words.at(at).equals("more") || words.at(at).equals("greater");
        return more && !not;
    }

    /** The other number of "2 in 3", "two out of three". */
    private static boolean isOutOf(TextTokens words, int at) {
        return SmallNumber.isNumber(words.at(at - 1)) || words.at(at - 1).equals("out");
    }

    /** "1 in 5", "two out of ten", "3 of every 4". */
    static boolean isShare(TextTokens words, int next) {
        if (words.is(next, "in")) return SmallNumber.isAnyNumber(words.at(next + 1)) || words.is(next + 1, "every");
        if (words.is(next, "out", "of")) return WHOLES.contains(words.at(next + 2)) || words.is(next + 2, "every");
        return words.is(next, "of", "every") || words.is(next, "of", "each");
    }
}
