package org.paptracker.platform.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Period;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads every date that comes in. A plan speaks of the years from 1990 to 2100; what lies outside is a slip of the
 * keyboard. A month that looks like two years is asked about. The log may hold such dates from before, and is not read
 * through this.
 */
@Configuration
public class CalendarDays implements WebMvcConfigurer {
    /** Which days there are, for people who get one wrong. */
    public static final String RANGE = ", from 1990 to 2100";

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Day());
    }

    /** @throws DateTimeException as do the others, if it is none or not of these years */
    public static LocalDate day(String text) {
        BusinessDate date = date(text);
        if (date.precision() != BusinessDate.Precision.DAY) throw new DateTimeException("No day");
        return date.first();
    }

    /** @throws MonthOrYears as {@link #period} does, for a month that people may mean as a year */
    public static BusinessDate date(String text) {
        BusinessDate date = BusinessDate.parse(text);
        requireWithin(date.first(), date.last());
        MonthOrYears.refuseDate(text);
        return date;
    }

    public static Period period(String text) {
        Period period = Period.parse(text);
        requireWithin(period.first(), period.last());
        MonthOrYears.refusePeriod(text);
        return period;
    }

    /** @throws DateTimeException if it is not of these years */
    public static LocalDate within(LocalDate day) {
        requireWithin(day, day);
        return day;
    }

    private static void requireWithin(LocalDate first, LocalDate last) {
        if (first.isBefore(FIRST) || last.isAfter(LAST)) throw new DateTimeException("Not of the years of a plan");
    }

    private static final class Day implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return day(text);
        }
    }
}
