package org.paptracker.command.platform.imports;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paptracker.values.LookAlike;

/** The names over the columns of a table, as people type and copy them. */
final class Headings {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_SHOWN = 40;

    /** Blanks and line breaks of every kind, and what shows nothing: no two columns differ by these. */
    private static final Pattern NOTHING =
            Pattern.compile("[\\s\\p{Z}\\p{C}\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F]");

    private Headings() {}

    /** The same for two headings that people take for the same: whatever their case, blanks and width. */
    static String plain(String heading) {
        String visible = NOTHING.matcher(heading).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * What somebody typed, and not too much of it.
     *
     * @param columns there are; of a heading that looks like one of them, the character that differs is named
     */
    static String quoted(Collection<String> headings, List<String> columns) {
        return headings.stream()
                .filter(heading -> !heading.isEmpty())
                .limit(MOST_SHOWN)
                .map(heading -> shortened(heading) + explained(heading, columns))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String heading) {
        String line = heading.replaceAll("\\s+", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    private static String explained(String heading, List<String> columns) {
        String misread = Misread.found(heading);
        if (misread != null) return " (it " + misread + ")";
        String plain = plain(heading);
        boolean looksLikeOne = columns.stream()
                .anyMatch(column -> LookAlike.of(column).equals(LookAlike.of(plain))
                        && !plain(column).equals(plain));
        if (!looksLikeOne) return "";
        return plain.codePoints()
                .filter(character -> character > '~')
                .mapToObj(UnusualCharacter::name)
                .findFirst()
                .map(name -> " (with " + name + ")")
                .orElse("");
    }
}
