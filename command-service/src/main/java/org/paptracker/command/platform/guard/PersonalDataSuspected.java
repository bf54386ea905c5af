package org.paptracker.command.platform.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.values.guard.Suspected;

/** What was asked seems to hold personal data, so nothing was recorded. Says where and of what kind, and never what. */
public final class PersonalDataSuspected extends RuleBroken {
    public static final String CODE = "personal-data-suspected";

    private final transient List<Suspected> suspected;

    PersonalDataSuspected(List<Suspected> suspected, boolean canBeOverridden) {
        super(CODE, sentence(suspected, canBeOverridden));
        this.suspected = List.copyOf(suspected);
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
                                ? ", or ask information governance for an override and send the same again with it."
                                : ". There is no plan yet for which an override could be given.");
    }
}
