package org.paptracker.command.platform.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.values.guard.Suspected;

/** What was asked seems to hold personal data, so nothing was recorded. Says where and of what kind, and never what. */
public final class PersonalDataSuspected extends RuleBroken {
    public static final String CODE = "personal-data-suspected";

    private final transient List<Suspected> suspected;

    private final @Nullable String reference;

    PersonalDataSuspected(List<Suspected> suspected, @Nullable String reference) {
        super(CODE, sentence(suspected, reference != null), facts(suspected, reference));
        this.suspected = List.copyOf(suspected);
        this.reference = reference;
    }

    private static Map<String, ?> facts(List<Suspected> suspected, @Nullable String reference) {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("suspected", suspected));
        if (reference != null) facts.put("request", reference);
        return facts;
    }

    /** By which an override can be asked for; null if none can be given. */
    public @Nullable String reference() {
        return reference;
    }

    /** Never empty; in the order of the request's fields. */
    public List<Suspected> suspected() {
        return suspected;
    }

    private static String sentence(List<Suspected> suspected, boolean canBeOverridden) {
        String what = suspected.stream()
                .map(one -> "%s in %s".formatted(one.kind().inWords(), one.field()))
                .collect(Collectors.joining(", and "));
        return "There seems to be %s. What is recorded can't be changed later, so nothing was recorded. Please leave it out%s"
                .formatted(
                        what,
                        canBeOverridden
                                ? ", or ask information governance for an override, passing on what stands in request,"
                                        + " and send the same again with it."
                                : ". There is no plan yet for which an override could be given.");
    }
}
