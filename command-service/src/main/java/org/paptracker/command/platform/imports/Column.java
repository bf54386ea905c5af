package org.paptracker.command.platform.imports;

import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of table.
 *
 * @param name its heading
 * @param field where in the body its cells belong: {@code reading.value}
 * @param key the type of a code that is no part of the body; null for any other column
 * @param required whether no table can be without it
 * @param meaning for the person who fills it in
 */
public record Column(
        String name, String field, Shape shape, @Nullable Class<?> key, boolean required, String meaning) {

    /** What its cells are in a body. */
    public enum Shape {
        /** As the cell shows it. */
        TEXT,
        /** A day, a month or another period. */
        DATE,
        /** In a unit that the row's code tells. */
        NUMBER,
        /** A whole number in per cent, in every row. */
        PER_CENT,
        TRUTH
    }

    /** Digits after the point that a figure can have. */
    public static final int MOST_DECIMALS = 10;

    public static Column key(String name, Class<?> type, String meaning) {
        return new Column(name, name, Shape.TEXT, type, true, meaning);
    }

    /** A key that is a day, a month or another period. */
    public static Column period(String name, Class<?> type, String meaning) {
        return new Column(name, name, Shape.DATE, type, true, meaning);
    }

    public static Column date(String name, String meaning) {
        return new Column(name, name, Shape.DATE, null, false, meaning);
    }

    public static Column perCent(String name, String meaning) {
        return new Column(name, name, Shape.PER_CENT, null, false, meaning);
    }

    public static Column text(String name, String meaning) {
        return new Column(name, name, Shape.TEXT, null, false, meaning);
    }

    public static Column number(String name, String meaning) {
        return new Column(name, name, Shape.NUMBER, null, false, meaning);
    }

    public static Column truth(String name, String meaning) {
        return new Column(name, name, Shape.TRUTH, null, false, meaning);
    }

    public Column always() {
        return new Column(name, field, shape, key, true, meaning);
    }

    public Column in(String object) {
        return new Column(name, object + "." + name, shape, key, required, meaning);
    }
}
