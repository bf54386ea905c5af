package org.paptracker.command.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as words and signs, in lower case. Past either end there is an empty word. */
final class TextTokens {
    private static final Pattern WORD = Pattern.compile("\\d++(?:[.,:/]\\d++)++%?"
            + "|[\\p{L}\\d]++(?:['-][\\p{L}\\d]++)*+(?:(?<=s)')?" // with the apostrophe of "pupils'"
            + "|\\n\\s*\\n"
            + "|\\S");

    private final List<String> words = new ArrayList<>();

    TextTokens(String text) {
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) words.add(word.group());
    }

    /** The words of a list that stands in the code. */
    static Set<String> set(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+", -1)));
    }

    int count() {
        return words.size();
    }

    String at(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index);
    }

    boolean is(int index, String... sequence) {
        for (int i = 0; i < sequence.length; i++) if (!at(index + i).equals(sequence[i])) return false;
        return true;
    }
}
