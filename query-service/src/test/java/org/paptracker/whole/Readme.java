package org.paptracker.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The commands of the README's tours, and what it says they answer. */
final class Readme {
    private static final Pattern TOUR = Pattern.compile("## A .* tour\\b.*");

    private Readme() {}

    /** @param answers texts that stand in the output; empty where the README shows none */
    record Step(String command, List<String> answers) {}

    /** In order: each {@code bash} block of a tour, with the {@code text} block that follows it, if one does. */
    static List<Step> tours(Path readme) {
        List<Step> steps = new ArrayList<>();
        StringBuilder block = null;
        String kind = "";
        boolean inTour = false;
        for (String line : lines(readme)) {
            if (line.startsWith("## ")) inTour = TOUR.matcher(line).matches();
            if (!inTour) continue;
            if (line.startsWith("```") && block == null) {
                kind = line.substring(3);
                block = new StringBuilder();
            } else if (line.equals("```") && block != null) {
                add(steps, kind, block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return steps;
    }

    private static void add(List<Step> steps, String kind, String text) {
        if (kind.equals("bash")) {
            steps.add(new Step(text, List.of()));
        } else if (kind.equals("text")) {
            Step asked = steps.remove(steps.size() - 1);
            steps.add(new Step(asked.command(), text.lines().map(String::strip).toList()));
        }
    }

    private static List<String> lines(Path readme) {
        try {
            return Files.readAllLines(readme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
