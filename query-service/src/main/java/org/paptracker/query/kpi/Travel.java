package org.paptracker.query.kpi;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Polarity;

/** Where a measure is going. */
public enum Travel {
    IMPROVING,
    WORSENING,
    UNCHANGED,
    /** The readings do not say, or neither way is the better. */
    UNKNOWN;

    /**
     * What going {@code direction} means for a measure of this polarity.
     *
     * @param direction null where that is not certain
     */
    static Travel of(Polarity polarity, @Nullable Direction direction) {
        if (direction == null) return UNKNOWN;
        if (direction == Direction.SAME) return UNCHANGED;
        return switch (polarity) {
            case NEUTRAL -> UNKNOWN;
            case HIGHER_IS_BETTER -> direction == Direction.UP ? IMPROVING : WORSENING;
            case LOWER_IS_BETTER -> direction == Direction.UP ? WORSENING : IMPROVING;
        };
    }
}
