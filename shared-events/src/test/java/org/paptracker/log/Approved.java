package org.paptracker.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paptracker.events.DomainEvent;

/**
 * What somebody's log may hold: a file for each family of events, and on each line an event as it was ever written, after its
 * name and its revision. Lines are added. None is ever changed or removed.
 */
final class Approved {
    private static final Path FOLDER = Path.of("src", "test", "resources", "approved");

    private static final List<Line> ALL = read();

    private Approved() {}

    private record Line(String name, int revision, String event) {
        static Line of(String text) {
            String[] parts = text.split(" ", 3);
            return new Line(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }
    }

    private static List<Line> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Line> lines = new ArrayList<>();
            for (Path file : files.sorted().toList())
                Files.readAllLines(file).forEach(line -> lines.add(Line.of(line)));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each name and revision that there is a line of: {@code plan-published.1}. */
    static Set<String> revisions() {
        return ALL.stream()
                .map(line -> revision(line.name, line.revision))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String revision(String name, int revision) {
        return name + "." + revision;
    }

    /** The revision written today. */
    static int revision(String name) {
        return Integer.parseInt(EventNames.revision(EventNames.type(name)));
    }

    /** In the order in which they were added; none if there is no line of it. */
    static List<String> lines(String name, int revision) {
        return ALL.stream()
                .filter(line -> line.name.equals(name) && line.revision == revision)
                .map(Line::event)
                .toList();
    }

    /** The samples of an event as they are written today: with everything, and with what it must have only. */
    static Set<String> today(String name) {
        Class<? extends DomainEvent> type = EventNames.type(name);
        EventSerializer serializer = new EventSerializer();
        Set<String> lines = new LinkedHashSet<>();
        for (DomainEvent sample : List.of(Samples.full(type), Samples.bare(type))) {
            lines.add(serializer.serialize(sample, String.class).getData());
        }
        return lines;
    }

    /** Writes the lines that are missing, to be looked at and added; answers where. */
    static Path propose(String name) {
        try {
            Set<String> missing = new LinkedHashSet<>(today(name));
            missing.removeAll(lines(name, revision(name)));
            Path file = Path.of("target", "approved", name + ".txt");
            Files.createDirectories(file.getParent());
            return Files.write(
                    file,
                    missing.stream()
                            .map(line -> name + " " + revision(name) + " " + line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
