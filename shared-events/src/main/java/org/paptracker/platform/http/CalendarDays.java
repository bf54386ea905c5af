package org.paptracker.platform.http;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the days in parameters: of four, two and two digits. Java knows years of nine, after which none can be counted. */
@Configuration
class CalendarDays implements WebMvcConfigurer {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Day());
    }

    private static final class Day implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("No day");
            return LocalDate.parse(text);
        }
    }
}
