package org.paptracker.values;

/** What every code must be for ever: present. What else it must look like is policy, and the deciders' business. */
public final class Codes {
    private Codes() {}

    public static void requireText(String value) {
        if (value.isBlank()) throw new IllegalArgumentException("A code cannot be blank");
    }
}
