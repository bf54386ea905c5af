package org.paptracker.values.kpi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a measure, no more exactly than it says it: a number with how it is meant
 * ({@code {"comparator":"GT","value":200}}), or only which way it went ({@code {"direction":"UP"}}). Never both.
 *
 * @param comparator null just when only the direction is known
 * @param value in the KPI's unit, without meaningless zeros: 44.0 is 44; null just when only the direction is known
 * @param direction compared with the reading before; null just when there is a number
 */
public record Reading(
        @Nullable Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable Direction direction) {

    private static final int MOST_ZEROS = 100;

    /** How a number is meant. */
    public enum Comparator {
        EQ,
        LT,
        GT,
        APPROX
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Reading(
            @JsonProperty("comparator") @Nullable Comparator comparator,
            @JsonProperty("value") @Nullable BigDecimal value,
            @JsonProperty("direction") @Nullable Direction direction) {
        if (!isReading(comparator, value, direction)) {
            throw new IllegalArgumentException("A reading is a comparator and a value, or a direction");
        }
        this.comparator = comparator;
        this.value = value == null ? null : plain(value);
        this.direction = direction;
    }

    /** Whether these make a reading. */
    public static boolean isReading(
            @Nullable Comparator comparator, @Nullable BigDecimal value, @Nullable Direction direction) {
        return direction == null ? comparator != null && value != null : comparator == null && value == null;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        // Never write out a thousand million zeros: no such number is recorded, but none must do harm either.
        return stripped.scale() < 0 && stripped.scale() > -MOST_ZEROS ? stripped.setScale(0) : stripped;
    }

    public static Reading of(Comparator comparator, String value) {
        return new Reading(comparator, new BigDecimal(value), null);
    }

    public static Reading exactly(String value) {
        return of(Comparator.EQ, value);
    }

    public static Reading going(Direction direction) {
        return new Reading(null, null, direction);
    }

    /** The number, where the source gives exactly one. */
    public @Nullable BigDecimal exact() {
        return comparator == Comparator.EQ ? value : null;
    }

    /** "44", "more than 200", "less than 50", "about 100", "up". */
    public String inWords() {
        if (direction != null) {
            return switch (direction) {
                case UP -> "up";
                case DOWN -> "down";
                case SAME -> "unchanged";
            };
        }
        String number = value == null ? "" : value.toPlainString();
        if (comparator == null) return number;
        return switch (comparator) {
            case EQ -> number;
            case LT -> "less than " + number;
            case GT -> "more than " + number;
            case APPROX -> "about " + number;
        };
    }
}
