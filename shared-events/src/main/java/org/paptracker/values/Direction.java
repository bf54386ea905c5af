package org.paptracker.values;

/** Which way a figure went, where nobody says by how much. */
public enum Direction {
    UP,
    DOWN,
    SAME
}
