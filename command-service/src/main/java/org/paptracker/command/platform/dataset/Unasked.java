package org.paptracker.command.platform.dataset;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What a request, or an answer, says of all that it does not have. */
final class Unasked {
    private Unasked() {}

    /** Answers null, 0 or false to everything, and does nothing. */
    static <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> nothing(method.getReturnType())));
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == void.class ? null : Array.get(Array.newInstance(type, 1), 0);
    }
}
