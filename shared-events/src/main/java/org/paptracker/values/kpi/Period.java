package org.paptracker.values.kpi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * The time that a figure speaks of, Europe/London: a month ({@code 2025-01}), a quarter of a calendar year
 * ({@code 2025-Q1}), a calendar year ({@code 2025}), a financial year from April to March ({@code 2024-25FY}), an academic
 * year from September to August ({@code 2024-25AY}), or the day of a snapshot ({@code 2025-01-31}). A month is also
 * read as {@code 2025-M01}, for the months that look like two years.
 *
 * @param first its first day
 */
public record Period(LocalDate first, Kind kind) implements Comparable<Period> {
    /** What a period looks like, for people who get one wrong. */
    public static final String WORDS =
            "a period: a month 2025-01, a quarter 2025-Q1, a year 2025, a financial year 2024-25FY, an academic year 2024-25AY or a day 2025-01-31";

    private static final int LAST_YEAR = 9999; // the next has five digits

    private static final Pattern CALENDAR = Pattern.compile("(\\d{4})(?:-M?(\\d{2})|-Q([1-4]))?");
    private static final Pattern OF_TWO_YEARS = Pattern.compile("(\\d{4})-(\\d{2})([AF])Y");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Not for JSON: there a period is always one of the written forms. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public Period {}

    /** How long a period is. */
    public enum Kind {
        DAY,
        MONTH,
        QUARTER,
        YEAR,
        ACADEMIC_YEAR,
        FINANCIAL_YEAR
    }

    /**
     * Reads the written forms above.
     *
     * @throws DateTimeParseException for anything else, an academic year that is longer than one included
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Period parse(String text) {
        Matcher years = OF_TWO_YEARS.matcher(text);
        if (years.matches()) return ofTwoYears(text, years);
        Matcher calendar = CALENDAR.matcher(text);
        if (!calendar.matches()) return new Period(LocalDate.parse(BusinessDate.ofFourDigits(text), DAY), Kind.DAY);
        int year = Integer.parseInt(calendar.group(1));
        if (calendar.group(2) != null) {
            return new Period(LocalDate.parse(calendar.group(1) + "-" + calendar.group(2) + "-01", DAY), Kind.MONTH);
        }
        if (calendar.group(3) != null) {
            return new Period(LocalDate.of(year, 3 * Integer.parseInt(calendar.group(3)) - 2, 1), Kind.QUARTER);
        }
        return new Period(LocalDate.of(year, 1, 1), Kind.YEAR);
    }

    private static Period ofTwoYears(String text, Matcher shape) {
        int from = Integer.parseInt(shape.group(1));
        if (from == LAST_YEAR || (from + 1) % 100 != Integer.parseInt(shape.group(2))) {
            throw new DateTimeParseException("Such a year ends in the year after it began", text, 5);
        }
        return shape.group(3).equals("A")
                ? new Period(LocalDate.of(from, Month.SEPTEMBER, 1), Kind.ACADEMIC_YEAR)
                : new Period(LocalDate.of(from, Month.APRIL, 1), Kind.FINANCIAL_YEAR);
    }

    public LocalDate last() {
        return next(1).minusDays(1);
    }

    /** First day of the period {@code n} later. */
    private LocalDate next(long n) {
        return switch (kind) {
            case DAY -> first.plusDays(n);
            case MONTH -> first.plusMonths(n);
            case QUARTER -> first.plusMonths(3 * n);
            case YEAR, ACADEMIC_YEAR, FINANCIAL_YEAR -> first.plusYears(n);
        };
    }

    /**
     * How many periods of this length end after this one and by {@code day}. For a snapshot, which has no length, whole
     * months are counted. 0 if the day is no later.
     */
    public long periodsUntil(LocalDate day) {
        if (kind == Kind.DAY) return Math.max(0, ChronoUnit.MONTHS.between(first, day));
        LocalDate begin = next(1);
        LocalDate dayAfter = day.plusDays(1);
        if (dayAfter.isBefore(begin)) return 0;
        long months = ChronoUnit.MONTHS.between(begin, dayAfter);
        return switch (kind) {
            case QUARTER -> months / 3;
            case YEAR, ACADEMIC_YEAR, FINANCIAL_YEAR -> months / 12;
            default -> months;
        };
    }

    /** Whether it is over on a day. A snapshot is, on its own day: it has no length. */
    public boolean isOver(LocalDate day) {
        return kind == Kind.DAY ? !first.isAfter(day) : last().isBefore(day);
    }

    /**
     * As of which day something is known of it: the day on which that is said, for a period that has begun and is not over
     * by then. Null otherwise.
     */
    public @Nullable LocalDate asOf(LocalDate saidOn) {
        return saidOn.isBefore(first) || isOver(saidOn) ? null : saidOn;
    }

    /** The day from which what is said of it counts: its last, or sooner the day on which that is said. */
    public LocalDate countsFrom(LocalDate saidOn) {
        LocalDate asOf = asOf(saidOn);
        return asOf == null ? last() : asOf;
    }

    /** What a figure is whose source calls it {@code said}: nothing is final of a period that is not over. */
    public MeasurementStatus status(MeasurementStatus said, LocalDate saidOn) {
        return isOver(saidOn) ? said : MeasurementStatus.PROVISIONAL;
    }

    /** When what it says was true: an academic or a financial year by its last day, which is all a date can say of it. */
    public BusinessDate date() {
        return switch (kind) {
            case DAY -> BusinessDate.day(first);
            case MONTH -> new BusinessDate(first, BusinessDate.Precision.MONTH);
            case QUARTER -> new BusinessDate(first, BusinessDate.Precision.QUARTER);
            case YEAR -> new BusinessDate(first, BusinessDate.Precision.YEAR);
            case ACADEMIC_YEAR, FINANCIAL_YEAR -> BusinessDate.day(last());
        };
    }

    /** By the last day, then the first: a year sorts after all that lies in it. */
    @Override
    public int compareTo(Period other) {
        int byLast = last().compareTo(other.last());
        if (byLast != 0) return byLast;
        int byFirst = other.first.compareTo(first);
        return byFirst != 0 ? byFirst : kind.compareTo(other.kind);
    }

    @Override
    @JsonValue
    public String toString() {
        String day = DAY.format(first);
        return switch (kind) {
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case QUARTER -> day.substring(0, 4) + "-Q" + (first.getMonthValue() + 2) / 3;
            case YEAR -> day.substring(0, 4);
            case ACADEMIC_YEAR -> twoYears() + "AY";
            case FINANCIAL_YEAR -> twoYears() + "FY";
        };
    }

    private String twoYears() {
        return "%04d-%02d".formatted(first.getYear(), (first.getYear() + 1) % 100);
    }
}
