package org.paptracker.command.platform.guard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;

/**
 * Walks through a command to every text that somebody wrote, under the name that it has in the request. Codes are among
 * them: they are chosen by clients, and stay in the log in clear for ever.
 */
final class TextsOf {
    /** Components that the API unfolds into the body around them. */
    private static final Set<String> UNFOLDED = Set.of("details");

    /** The first lead's role is {@code leadRole} in the API, and was before there could be more leads. */
    private static final Map<String, String> CALLED = Map.of("leads[0].role", "leadRole");

    private TextsOf() {}

    /** @param found gets a path such as {@code areas[0].title}, and the text */
    static void command(Record command, BiConsumer<String, String> found) {
        walk("", command, found);
    }

    private static void walk(String path, Record record, BiConsumer<String, String> found) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            visit(path(path, component.getName()), value(record, component), found);
        }
    }

    private static void visit(String path, @Nullable Object value, BiConsumer<String, String> found) {
        if (value instanceof GuardedRequest) return; // the service made it, and it says where words are, not which
        if (value instanceof String text) {
            found.accept(CALLED.getOrDefault(path, path), text);
        } else if (value instanceof ErasableText erasable) {
            if (erasable.text() != null) found.accept(path, erasable.text());
        } else if (value instanceof Collection<?> several) {
            int index = 0;
            for (Object one : several) visit(path + "[" + index++ + "]", one, found);
        } else if (value instanceof Record record) {
            if (isCode(record)) found.accept(path, record.toString());
            else walk(path, record, found);
        }
    }

    /** A value of one text. */
    private static boolean isCode(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static String path(String path, String name) {
        if (UNFOLDED.contains(name)) return path;
        String known = name.equals("wording") ? "text" : name; // no field of an event may be called so
        return path.isEmpty() ? known : path + "." + known;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't read " + component, e);
        }
    }
}
