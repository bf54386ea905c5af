package org.paptracker.query.history;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.paptracker.events.DomainEvent;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Period;

/** Codes and dates as people say them. */
public final class Phrases {
    private Phrases() {}

    /** ", effective 13 February 2025"; nothing for what has no date of its own. */
    public static String effective(DomainEvent event) {
        BusinessDate on = event.effectiveOn();
        return on == null ? "" : ", effective " + on.inWords();
    }

    /** "January 2025", "January to March 2025", "2025", "the academic year 2024/25", "the financial year 2024/25" or "31 January 2025". */
    public static String of(Period period) {
        String year = switch (period.kind()) {
            case ACADEMIC_YEAR -> "the academic year %d/%02d";
            case FINANCIAL_YEAR -> "the financial year %d/%02d";
            default -> period.date().inWords();
        };
        int from = period.first().getYear();
        return year.formatted(from, (from + 1) % 100);
    }

    /** A title as the end of a sentence, which has its own full stop. */
    public static String ending(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    /** "on track" for {@code ON_TRACK}. */
    public static String of(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What the history can be narrowed to. */
    public static Set<String> codes(Collection<?> codes) {
        Set<String> texts = new TreeSet<>();
        codes.forEach(code -> texts.add(code.toString()));
        return texts;
    }
}
