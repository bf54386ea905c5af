package org.paptracker.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of all tests, read from their sources: those of another module are not on the class path here. */
final class TestSources {
    private static final Pattern CLASS = Pattern.compile("^( *)(?:[a-z]+ )*class (\\w+)\\b.*");
    private static final Pattern ANNOTATION =
            Pattern.compile("^ *@(?:Test|ParameterizedTest|TestFactory|Property)\\b.*");
    private static final Pattern METHOD = Pattern.compile("^( *)(?:[a-z]+ )*(?:void|Stream<.*>) (\\w+)\\(.*");

    private final Set<String> names = new HashSet<>();

    private TestSources() {}

    static TestSources read() throws IOException {
        TestSources sources = new TestSources();
        for (String module : List.of("shared-events", "command-service", "query-service")) {
            try (Stream<Path> files =
                    Files.walk(Started.REPOSITORY.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.add(Files.readAllLines(file));
                }
            }
        }
        return sources;
    }

    /** @param name {@code SomeTest}, {@code SomeTest.method} or {@code SomeTest.Nested.method} */
    boolean contain(String name) {
        return names.contains(name);
    }

    private void add(List<String> lines) {
        Deque<Opened> open = new ArrayDeque<>();
        boolean announced = false;
        for (String line : lines) {
            announced |= ANNOTATION.matcher(line).matches();
            Matcher type = CLASS.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (type.matches()) {
                close(open, type.group(1).length());
                open.addLast(new Opened(type.group(1).length(), type.group(2)));
                names.add(qualified(open));
            } else if (method.matches()) {
                close(open, method.group(1).length());
                if (announced) names.add(qualified(open) + "." + method.group(2));
                announced = false;
            }
        }
    }

    /** What is indented as far as a class or less is not in it. */
    private static void close(Deque<Opened> open, int indent) {
        while (!open.isEmpty() && open.getLast().indent >= indent) open.removeLast();
    }

    private static String qualified(Deque<Opened> open) {
        StringBuilder name = new StringBuilder();
        for (Iterator<Opened> each = open.iterator(); each.hasNext(); ) {
            name.append(each.next().name);
            if (each.hasNext()) name.append('.');
        }
        return name.toString();
    }

    private record Opened(int indent, String name) {}
}
