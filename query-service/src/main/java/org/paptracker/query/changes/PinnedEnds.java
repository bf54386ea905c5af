package org.paptracker.query.changes;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;

/**
 * Both ends of a question about changes, as the first page found them. The pages after it are of the same ends, no matter
 * what is recorded, and what day it is, when they are asked for.
 */
record PinnedEnds(AsAt from, AsAt to) {
    private static final String NONE = "-";
    private static final int PARTS = 3; // of each end

    String text() {
        return text(from) + " " + text(to);
    }

    private static String text(AsAt end) {
        return "%s %s %s".formatted(text(end.knownPosition()), text(end.effectiveOn()), end.day());
    }

    private static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    /** @param scope of who asks for this page: what they may see is not pinned */
    static PinnedEnds parse(String text, Scope scope) {
        String[] parts = text.split(" ", -1);
        return new PinnedEnds(end(parts, 0, scope), end(parts, PARTS, scope));
    }

    private static AsAt end(String[] parts, int first, Scope scope) {
        return new AsAt(
                value(parts[first], Long::valueOf),
                value(parts[first + 1], LocalDate::parse),
                LocalDate.parse(parts[first + 2]),
                scope);
    }

    private static <T> @Nullable T value(String text, Function<String, T> parser) {
        return text.equals(NONE) ? null : parser.apply(text);
    }
}
