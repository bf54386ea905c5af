package org.paptracker.command.platform.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.springframework.stereotype.Component;

/** Looks through what somebody asks to be recorded, and counts what it refuses. */
@Component
public final class Guard {
    /** The document that a request was taken from, as its header is called. */
    private static final String SOURCE = "X-Source";

    private final Map<PersonalDataKind, Counter> refusals = new EnumMap<>(PersonalDataKind.class);

    Guard(MeterRegistry metrics) {
        for (PersonalDataKind kind : PersonalDataKind.values()) {
            refusals.put(
                    kind,
                    Counter.builder("pap.guard.refusals")
                            .description("Requests, or rows of tables, refused because they seem to hold personal data")
                            .tag("kind", kind.name())
                            .register(metrics));
        }
    }

    /**
     * In the order of the request's fields; empty if nothing is suspected.
     *
     * @param source the document that the request was taken from; null if it named none
     */
    public List<Suspected> suspected(Record command, @Nullable String source) {
        List<Suspected> suspected = new ArrayList<>();
        TextsOf.command(command, (field, text) -> add(suspected, field, text));
        if (source != null) add(suspected, SOURCE, source);
        return suspected;
    }

    /** Of what was recorded all the same, in the order of the request's fields. */
    public List<Warning> warnings(Record command, @Nullable String source) {
        List<Warning> warnings = new ArrayList<>();
        TextsOf.command(command, (field, text) -> warn(warnings, field, text));
        if (source != null) warn(warnings, SOURCE, source);
        return warnings;
    }

    private static void warn(List<Warning> warnings, String field, String text) {
        for (WarningKind kind : PersonalData.warningsIn(text)) warnings.add(Warning.of(field, kind));
    }

    private static void add(List<Suspected> suspected, String field, String text) {
        for (PersonalDataKind kind : PersonalData.in(text)) suspected.add(new Suspected(field, kind));
    }

    /**
     * What to answer, and counts it.
     *
     * @param reference by which an override can be asked for; null if none can be given
     */
    public PersonalDataSuspected refusal(List<Suspected> suspected, @Nullable String reference) {
        suspected.stream()
                .map(Suspected::kind)
                .distinct()
                .map(refusals::get)
                .filter(Objects::nonNull)
                .forEach(Counter::increment);
        return new PersonalDataSuspected(suspected, reference);
    }
}
