package org.paptracker.values;

/** Who may read, from everybody to the fewest. */
public enum Visibility {
    PUBLIC,
    PARTNERSHIP,
    REVIEWERS,
    RESTRICTED
}
