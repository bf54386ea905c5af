package org.paptracker.query.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.NaturalOrder;

/**
 * A part of a list.
 *
 * @param next the cursor that asks for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int USUAL = 50;
    static final int MOST = 200;

    /**
     * The part of {@code all} that follows the cursor, in the natural order of the keys.
     *
     * @param key unique; what the cursor remembers
     */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, Paging paging) {
        return of(all, key, Optional::of, "", paging);
    }

    /** The same, of what {@code item} makes of each; what it makes nothing of is left out. */
    public static <S, T> Page<T> of(
            List<S> all, Function<S, String> key, Function<S, Optional<T>> item, Paging paging) {
        return of(all, key, item, "", paging);
    }

    /** The same, and the cursor remembers {@code pin} as well. */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, String pin, Paging paging) {
        return of(all, key, Optional::of, pin, paging);
    }

    /** {@code item} is asked only for what comes on the page, and once more. */
    private static <S, T> Page<T> of(
            List<S> all, Function<S, String> key, Function<S, Optional<T>> item, String pin, Paging paging) {
        int limit = paging.limit();
        checkLimit(limit);
        Cursor cursor = Cursor.of(paging);
        String last = cursor == null ? "" : cursor.key();
        List<T> items = new ArrayList<>();
        for (S source : after(last, all, key)) {
            Optional<T> next = item.apply(source);
            if (next.isEmpty()) continue;
            if (items.size() == limit) return new Page<>(items, new Cursor(pin, last).encoded());
            items.add(next.get());
            last = key.apply(source);
        }
        return new Page<>(items, null);
    }

    private static <S> List<S> after(String key, List<S> all, Function<S, String> keys) {
        return all.stream()
                .filter(source -> NaturalOrder.OF_TEXTS.compare(keys.apply(source), key) > 0)
                .sorted(Comparator.comparing(keys, NaturalOrder.OF_TEXTS))
                .toList();
    }

    /** @throws Refused if it is not 1 to 200 */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) throw new Refused(Problem.malformed("limit", "must be 1 to " + MOST));
    }
}
