package org.paptracker.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README and everything below {@code docs}. */
final class Documents {
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private Documents() {}

    /** Found by walking, so that a new one is checked from its first day; named from the root of the repository. */
    static List<Path> all() throws IOException {
        try (Stream<Path> below = Files.walk(Started.REPOSITORY.resolve("docs"))) {
            return Stream.concat(Stream.of(Started.REPOSITORY.resolve("README.md")), below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Started.REPOSITORY::relativize)
                    .sorted()
                    .toList();
        }
    }

    static String read(Path document) throws IOException {
        return Files.readString(Started.REPOSITORY.resolve(document));
    }

    /** Without blocks of code. */
    static String prose(Path document) throws IOException {
        return BLOCK.matcher(read(document)).replaceAll("");
    }

    /** What a link can name after {@code #}, made from the headings as GitHub makes it. */
    static Set<String> anchors(Path document) throws IOException {
        return found(HEADING, prose(document)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The first group of each match. */
    static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }
}
