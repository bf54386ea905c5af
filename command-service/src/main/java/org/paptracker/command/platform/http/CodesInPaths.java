package org.paptracker.command.platform.http;

import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Pattern;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.platform.http.MonthOrYears;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the codes in a path, and says what a code looks like to anyone who gets one wrong. */
@Configuration
class CodesInPaths implements WebMvcConfigurer {
    private final List<Slice<?, ?, ?>> slices;

    CodesInPaths(List<Slice<?, ?, ?>> slices) {
        this.slices = slices;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        for (Slice<?, ?, ?> slice : slices) for (PathCode<?> code : slice.codes()) add(registry, code);
    }

    private static <C> void add(FormatterRegistry registry, PathCode<C> code) {
        registry.addConverter(String.class, code.type(), text -> read(code, text));
    }

    private static <C> C read(PathCode<C> code, String text) {
        if (!Pattern.matches(code.shape(), text)) throw malformed(code);
        try {
            return code.make().apply(text);
        } catch (MonthOrYears e) {
            throw new Refused(Problem.malformed(List.of(e.error(code.field()))));
        } catch (DateTimeException e) {
            throw malformed(code);
        }
    }

    private static Refused malformed(PathCode<?> code) {
        return new Refused(Problem.malformed(code.field(), "must be " + code.words()));
    }
}
