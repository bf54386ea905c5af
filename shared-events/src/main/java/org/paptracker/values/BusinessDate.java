package org.paptracker.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in Europe/London, no more exact than its source: a day ({@code 2025-02-13}), a month ({@code 2025-04}), a
 * quarter of a calendar year ({@code 2025-Q2}) or a year ({@code 2025}). A month is also read
 * as {@code 2025-M04}, for the months that look like two years.
 *
 * @param first the first day it can mean
 */
public record BusinessDate(LocalDate first, Precision precision) implements Comparable<BusinessDate> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})(?:-M?(\\d{2})|-Q([1-4]))?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH_IN_WORDS = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH_ALONE = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    /** Not for JSON: there a date is always one of the four written forms. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public BusinessDate {}

    /** How exact a date is. */
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    public static BusinessDate day(LocalDate day) {
        return new BusinessDate(day, Precision.DAY);
    }

    /**
     * Reads the four written forms above.
     *
     * @throws DateTimeParseException for anything else, 30 February included
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BusinessDate parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) return day(LocalDate.parse(ofFourDigits(text), DAY));
        String year = shape.group(1);
        if (shape.group(2) != null) {
            return new BusinessDate(LocalDate.parse(year + "-" + shape.group(2) + "-01", DAY), Precision.MONTH);
        }
        if (shape.group(3) != null) {
            int month = 3 * Integer.parseInt(shape.group(3)) - 2;
            return new BusinessDate(LocalDate.of(Integer.parseInt(year), month, 1), Precision.QUARTER);
        }
        return new BusinessDate(LocalDate.of(Integer.parseInt(year), 1, 1), Precision.YEAR);
    }

    /** Java would also read a year of nine digits, with a sign before it, after which no day can be counted. */
    public static String ofFourDigits(String day) {
        if (day.length() != 10) throw new DateTimeParseException("A day has four, two and two digits", day, 0);
        return day;
    }

    /** The last day it can mean: what is due "in April 2025" is late from 1 May. */
    public LocalDate last() {
        return switch (precision) {
            case DAY -> first;
            case MONTH -> first.plusMonths(1).minusDays(1);
            case QUARTER -> first.plusMonths(3).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
        };
    }

    /**
     * The day from which what is said of this date counts: its last day, or the day on which it was said if the date was
     * not over by then. Nobody can know the rest of a month that is still running.
     *
     * @param saidOn Europe/London; before the first day that this can mean, it does not matter
     */
    public LocalDate countsFrom(LocalDate saidOn) {
        LocalDate last = last();
        return saidOn.isBefore(first) || saidOn.isAfter(last) ? last : saidOn;
    }

    /** As people say it: "13 February 2025", "April 2025", "April to June 2025", "2025". */
    public String inWords() {
        return switch (precision) {
            case DAY -> DAY_IN_WORDS.format(first);
            case MONTH -> MONTH_IN_WORDS.format(first);
            case QUARTER -> MONTH_ALONE.format(first) + " to " + MONTH_IN_WORDS.format(last());
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** By the last day, then the first: a month sorts after every day in it but the last, which it follows too. */
    @Override
    public int compareTo(BusinessDate other) {
        int byLast = last().compareTo(other.last());
        return byLast != 0 ? byLast : other.first.compareTo(first);
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (precision) {
            case DAY -> DAY.format(first);
            case MONTH -> DAY.format(first).substring(0, 7);
            case QUARTER -> DAY.format(first).substring(0, 4) + "-Q" + ((first.getMonthValue() + 2) / 3);
            case YEAR -> DAY.format(first).substring(0, 4);
        };
    }
}
