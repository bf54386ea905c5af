package org.paptracker.query;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records made by the names of their components: a test names those that it is about, and a new one changes no test. */
public final class Records {
    private Records() {}

    /**
     * The same, but for some components.
     *
     * @param changed name and value in turns
     * @throws IllegalArgumentException if there is no component of such a name
     */
    public static <R extends Record> R with(R like, @Nullable Object... changed) {
        Map<String, @Nullable Object> now = new HashMap<>();
        for (int i = 0; i < changed.length; i += 2) now.put(String.valueOf(changed[i]), changed[i + 1]);
        RecordComponent[] components = like.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component ->
                        now.containsKey(component.getName()) ? now.remove(component.getName()) : value(component, like))
                .toArray();
        if (!now.isEmpty()) throw new IllegalArgumentException("No component " + now.keySet() + " of " + like);
        @SuppressWarnings("unchecked") // made of its class
        R made = (R) of(like.getClass(), values);
        return made;
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No " + component, e);
        }
    }

    /** By its canonical constructor. */
    static Object of(Class<?> type, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Not made: " + type, e);
        }
    }
}
