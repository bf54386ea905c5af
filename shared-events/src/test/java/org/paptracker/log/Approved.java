package org.paptracker.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.paptracker.events.DomainEvent;

/**
 * What somebody's log may hold: a file for each name and revision that was ever written, with one event a line. Files
 * and lines are added. None is ever changed or removed.
 */
final class Approved {
    private static final Path FOLDER = Path.of("src", "test", "resources", "approved");

    private Approved() {}

    /** The files there are, without {@code .json}: {@code plan-published.1}. */
    static Set<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String file(String name, int revision) {
        return name + "." + revision;
    }

    /** The revision written today. */
    static int revision(String name) {
        return Integer.parseInt(EventNames.revision(EventNames.type(name)));
    }

    /** In the order in which they were added; none if there is no such file. */
    static List<String> lines(String name, int revision) {
        try {
            Path file = FOLDER.resolve(file(name, revision) + ".json");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Writes what there is and what is missing, to be looked at and copied; answers where. */
    static Path propose(String name) {
        try {
            Set<String> lines = new LinkedHashSet<>(lines(name, revision(name)));
            lines.addAll(today(name));
            Path file = Path.of("target", "approved", file(name, revision(name)) + ".json");
            Files.createDirectories(file.getParent());
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
