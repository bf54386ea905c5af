package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Reading;

/**
 * What is certain about the difference between two readings. Each reading is taken as the span of numbers it allows, and
 * nothing is claimed that does not hold for every pair of them: "over 200" to "less than 50" is a fall of at least 150.
 * "About" allows no span that anybody has stated, so nothing follows from it.
 *
 * @param bound how {@code by} is meant
 * @param direction which way it went; with {@code AT_MOST} the way that is bounded, for it may have gone the other way
 *     too; null where it may have been either
 * @param by how much, never negative; null where that is not known
 */
public record Change(
        Bound bound,
        @Nullable Direction direction,
        @Nullable BigDecimal by) {

    /** How an amount is meant. */
    public enum Bound {
        EXACTLY,
        AT_LEAST,
        AT_MOST,
        UNKNOWN
    }

    private static final Change NOT_KNOWN = new Change(Bound.UNKNOWN, null, null);

    public static Change between(Reading before, Reading after) {
        if (after.direction() != null) return new Change(Bound.UNKNOWN, after.direction(), null);
        BigDecimal from = before.value();
        BigDecimal to = after.value();
        if (from == null || to == null) return NOT_KNOWN;
        BigDecimal difference = to.subtract(from);
        boolean mayBeLess = isOpenAbove(before) || isOpenBelow(after);
        boolean mayBeMore = isOpenBelow(before) || isOpenAbove(after);
        if (isAbout(before) || isAbout(after) || (mayBeLess && mayBeMore)) return NOT_KNOWN;
        if (mayBeLess) return below(difference);
        if (mayBeMore) return above(difference);
        return exactly(difference);
    }

    private static boolean isAbout(Reading reading) {
        return reading.comparator() == Reading.Comparator.APPROX;
    }

    private static boolean isOpenAbove(Reading reading) {
        return reading.comparator() == Reading.Comparator.GT;
    }

    private static boolean isOpenBelow(Reading reading) {
        return reading.comparator() == Reading.Comparator.LT;
    }

    private static Change exactly(BigDecimal difference) {
        Direction direction = switch (difference.signum()) {
            case 1 -> Direction.UP;
            case -1 -> Direction.DOWN;
            default -> Direction.SAME;
        };
        return new Change(Bound.EXACTLY, direction, difference.abs());
    }

    /** The difference is less than {@code most}. */
    private static Change below(BigDecimal most) {
        return switch (most.signum()) {
            case 1 -> new Change(Bound.AT_MOST, Direction.UP, most);
            case -1 -> new Change(Bound.AT_LEAST, Direction.DOWN, most.abs());
            default -> new Change(Bound.UNKNOWN, Direction.DOWN, null);
        };
    }

    /** The difference is more than {@code least}. */
    private static Change above(BigDecimal least) {
        return switch (least.signum()) {
            case 1 -> new Change(Bound.AT_LEAST, Direction.UP, least);
            case -1 -> new Change(Bound.AT_MOST, Direction.DOWN, least.abs());
            default -> new Change(Bound.UNKNOWN, Direction.UP, null);
        };
    }

    /** Which way it went for certain; null where it may have been either. */
    public @Nullable Direction certain() {
        return bound == Bound.AT_MOST ? null : direction;
    }

    /** "up by exactly 23", "down by at least 150", "up by at most 50, or down", "up", "not known". */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String inWords() {
        if (direction == null) return "not known";
        if (direction == Direction.SAME) return "unchanged";
        String way = direction == Direction.UP ? "up" : "down";
        if (by == null) return way;
        String amount = by.toPlainString();
        return switch (bound) {
            case EXACTLY -> way + " by exactly " + amount;
            case AT_LEAST -> way + " by at least " + amount;
            case AT_MOST -> way + " by at most " + amount + ", or " + (direction == Direction.UP ? "down" : "up");
            case UNKNOWN -> way;
        };
    }
}
