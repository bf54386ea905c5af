package org.paptracker.query.platform.projection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The making of a projection's documents beside those that answer. What the handlers read and write while a thread is in
 * it are the new ones; nobody else sees these.
 */
public final class ShadowCollection {
    private static final ThreadLocal<@Nullable ShadowCollection> HERE = new ThreadLocal<>();

    private final String projection;
    private final String collection;
    private @Nullable Object own;

    ShadowCollection(String projection, String collection) {
        this.projection = projection;
        this.collection = collection;
    }

    void run(Runnable work) {
        HERE.set(this);
        try {
            work.run();
        } finally {
            HERE.remove();
        }
    }

    /** The collection that this thread makes for the projection; null if it makes none. */
    static @Nullable String collection(String projection) {
        ShadowCollection here = HERE.get();
        return here != null && here.projection.equals(projection) ? here.collection : null;
    }

    public static boolean isHere() {
        return HERE.get() != null;
    }

    /** What a handler that remembers goes by: the usual, or while it is in here one of this making alone. */
    @SuppressWarnings("unchecked") // a projection has one handler that remembers, and asks for one kind
    public static <T> T own(T usual, Supplier<T> another) {
        ShadowCollection here = HERE.get();
        if (here == null) return usual;
        if (here.own == null) here.own = another.get();
        return (T) here.own;
    }
}
