package org.paptracker.command.platform.guard;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers from zero to four, in figures and words. */
final class SmallNumber {
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
            Map.entry("nil", 0),
            Map.entry("single", 1),
            Map.entry("lone", 1),
            Map.entry("sole", 1),
            Map.entry("solitary", 1),
            Map.entry("x1", 1),
            Map.entry("x2", 2),
            Map.entry("x3", 3),
            Map.entry("x4", 4),
            Map.entry("1x", 1),
            Map.entry("2x", 2),
            Map.entry("3x", 3),
            Map.entry("4x", 4));
    private static final Pattern JOINED = Pattern.compile("[^-]+-(?:to|or)-[^-]+");
    private static final Set<String> LARGER = TextTokens.set("""
            five six seven eight nine ten twelve twenty hundred
            """);

    private SmallNumber() {}

    /** Null if the word is none. Of "2-3" the larger, if both are small. */
    static @Nullable Integer of(String word) {
        Integer number = NUMBERS.get(word);
        if (number != null) return number;
        int dash = word.indexOf('-');
        if (dash < 0) return null;
        Integer from = NUMBERS.get(word.substring(0, dash));
        Integer to = NUMBERS.get(word.substring(word.lastIndexOf('-') + 1));
        if (word.lastIndexOf('-') > dash && !JOINED.matcher(word).matches()) return null;
        return from == null || to == null ? null : Integer.valueOf(Math.max(2, to));
    }

    /** Whether it is a number at all; if it is in figures, of any size. */
    static boolean isNumber(String word) {
        return NUMBERS.containsKey(word) || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
    }

    /** Likewise, and in words up to a point. */
    static boolean isAnyNumber(String word) {
        return isNumber(word) || LARGER.contains(word);
    }
}
