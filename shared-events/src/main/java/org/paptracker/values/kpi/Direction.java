package org.paptracker.values.kpi;

/** Which way a figure went, where nobody says by how much. */
public enum Direction {
    UP,
    DOWN,
    SAME
}
