package org.paptracker.command.platform.guard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;

/** All that a command says, as one text: the same for the same, and another for anything else. */
final class Everything {
    private Everything() {}

    /** Each part is named or counted, and begins with its length: two different ones never read alike. */
    static String in(@Nullable Object value) {
        if (value == null) return "-";
        if (value instanceof ErasableText text) return in(text.text() == null ? text.digest() : text.text());
        if (value instanceof Set<?> set)
            return all(set.stream().map(Everything::in).sorted());
        if (value instanceof Collection<?> several) return all(several.stream().map(Everything::in));
        if (value instanceof Map<?, ?> map) {
            return all(map.entrySet().stream()
                    .map(entry -> in(List.of(entry.getKey(), entry.getValue())))
                    .sorted());
        }
        if (value instanceof Record record) {
            return all(Stream.of(record.getClass().getRecordComponents())
                    .map(component -> component.getName() + "=" + in(value(record, component))));
        }
        return sized(value.toString());
    }

    private static String all(Stream<String> parts) {
        return sized(parts.collect(Collectors.joining(",")));
    }

    private static String sized(String text) {
        return text.length() + ":" + text;
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
