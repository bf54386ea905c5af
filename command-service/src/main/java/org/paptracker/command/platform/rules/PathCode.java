package org.paptracker.command.platform.rules;

import java.util.function.Function;

/**
 * How a code in a path is read.
 *
 * @param field what the path calls it: {@code decision}
 * @param shape a regular expression
 * @param words what it looks like, for anyone who gets one wrong: "must be" and then this
 * @param make may refuse what has the shape, with a {@link java.time.DateTimeException}
 */
public record PathCode<C>(Class<C> type, String field, String shape, String words, Function<String, C> make) {
    public static final String SHAPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    public static final String WORDS =
            "a code: 1 to 64 letters, digits, dots, hyphens and underscores, starting with a letter or digit";

    /** A code like most: what the plan's documents call something by. */
    public static <C> PathCode<C> of(Class<C> type, String field, Function<String, C> make) {
        return new PathCode<>(type, field, SHAPE, WORDS, make);
    }
}
