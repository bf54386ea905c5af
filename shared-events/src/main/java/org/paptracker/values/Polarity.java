package org.paptracker.values;

import org.jspecify.annotations.Nullable;

/** Which way is the good one. */
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** Neither: the figure says how much there is, not how well it goes. */
    NEUTRAL;

    /**
     * What going {@code direction} means.
     *
     * @param direction null where that is not certain
     */
    public Travel travel(@Nullable Direction direction) {
        if (direction == null) return Travel.UNKNOWN;
        if (direction == Direction.SAME) return Travel.UNCHANGED;
        if (this == NEUTRAL) return Travel.UNKNOWN;
        return (direction == Direction.UP) == (this == HIGHER_IS_BETTER) ? Travel.IMPROVING : Travel.WORSENING;
    }
}
