package org.paptracker.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of the tours in the documents, and what the documents say they answer. */
final class Tours {
    private static final List<Path> FIRST =
            List.of(Path.of("README.md"), Path.of("docs/tour.md"), Path.of("docs/reviewers-tour.md"));
    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
    private static final Pattern TOUR = Pattern.compile(".*\\btour\\b.*");
    private static final String FENCE = "```";

    private Tours() {}

    /** @param answers texts that stand in the output; empty where the document shows none */
    record Step(String command, List<String> answers) {}

    /** The documents that hold a tour: first those that a newcomer reads first, then any other by name. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(FIRST);
        for (Path document : Documents.all()) {
            if (!documents.contains(document) && !in(document).isEmpty()) documents.add(document);
        }
        return documents;
    }

    /** In order: each {@code bash} block of a tour, with the {@code text} block that follows it, if one does. */
    static List<Step> in(Path document) throws IOException {
        List<Step> steps = new ArrayList<>();
        StringBuilder block = null;
        String kind = "";
        int tour = Integer.MAX_VALUE; // the level of the heading that began it
        for (String line : Files.readAllLines(Started.REPOSITORY.resolve(document))) {
            if (block == null) tour = tour(tour, line);
            if (tour == Integer.MAX_VALUE) continue;
            if (line.startsWith(FENCE) && block == null) {
                kind = line.substring(FENCE.length());
                block = new StringBuilder();
            } else if (line.equals(FENCE) && block != null) {
                add(steps, kind, block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return steps;
    }

    /** A heading below that of the tour belongs to it; another one ends it. */
    private static int tour(int level, String line) {
        Matcher heading = HEADING.matcher(line);
        if (!heading.matches() || heading.group(1).length() > level) return level;
        return TOUR.matcher(heading.group(2)).matches() ? heading.group(1).length() : Integer.MAX_VALUE;
    }

    private static void add(List<Step> steps, String kind, String text) {
        if (kind.equals("bash")) {
            steps.add(new Step(text, List.of()));
        } else if (kind.equals("text")) {
            Step asked = steps.remove(steps.size() - 1);
            steps.add(new Step(asked.command(), text.lines().map(String::strip).toList()));
        }
    }
}
