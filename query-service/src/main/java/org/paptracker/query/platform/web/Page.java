package org.paptracker.query.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;

/**
 * A part of a list.
 *
 * @param next the cursor that asks for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int USUAL = 50;
    static final int MOST = 200;

    /**
     * The part of {@code all}, which is sorted by {@code key}, that follows the cursor.
     *
     * @param key unique; what the cursor remembers
     */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, Paging paging) {
        return of(all, key, Optional::of, paging);
    }

    /**
     * The same, of what {@code item} makes of each; what it makes nothing of is left out. It is asked only for what comes
     * on the page, and once more.
     */
    public static <S, T> Page<T> of(
            List<S> all, Function<S, String> key, Function<S, Optional<T>> item, Paging paging) {
        String cursor = paging.cursor();
        int limit = paging.limit();
        checkLimit(limit);
        String after = cursor == null ? "" : decode(cursor);
        String last = after;
        List<T> items = new ArrayList<>();
        for (S source : all) {
            String place = key.apply(source);
            if (place.compareTo(after) <= 0) continue;
            Optional<T> next = item.apply(source);
            if (next.isEmpty()) continue;
            if (items.size() == limit) return new Page<>(items, encode(last));
            items.add(next.get());
            last = place;
        }
        return new Page<>(items, null);
    }

    /** @throws Refused if it is not 1 to 200 */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) throw new Refused(Problem.malformed("limit", "must be 1 to " + MOST));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Problem.malformed("cursor", "must be the \"next\" of an earlier answer"));
        }
    }
}
