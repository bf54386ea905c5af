package org.paptracker.query.guard;

import java.util.Collection;
import java.util.stream.Collectors;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;

/** Overrides of the guard in the history. */
final class GuardSlice extends Slice<GuardOverrideView, GuardEvent> {
    private static final Fold<String, GuardEvent> SENTENCES = Fold.from("", GuardEvent.class)
            .on(
                    GuardOverrideGranted.class,
                    (none, e) -> "The guard override %s was given, valid until %s%s."
                            .formatted(e.override(), e.validUntil().inWords(), of(e.kinds())))
            .on(
                    GuardOverrideUsed.class,
                    (none, e) -> "The guard override %s was used for %s%s%s."
                            .formatted(e.override(), what(e.recordedIn()), of(kinds(e)), Phrases.effective(e)))
            .exhaustive();

    GuardSlice() {
        super(GuardOverrides.PROJECTION, GuardEvent.class, GuardOverrideView.class, GuardOverrideView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(GuardOverrideView view) {
        return AreasAndThemes.NONE;
    }

    @Override
    public String noun() {
        return "override";
    }

    private static Collection<PersonalDataKind> kinds(GuardOverrideUsed event) {
        return event.suspected().stream()
                .map(Suspected::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** ", to let through a full postcode and a phone number". */
    private static String of(Collection<PersonalDataKind> kinds) {
        if (kinds.isEmpty()) return "";
        return ", to let through "
                + kinds.stream().map(PersonalDataKind::inWords).collect(Collectors.joining(" and "));
    }

    /** "the evidence E-1" of a stream. */
    private static String what(String stream) {
        int type = stream.indexOf(':');
        int code = stream.lastIndexOf('/');
        if (type < 0) return stream;
        return "the " + stream.substring(0, type) + " " + stream.substring(Math.max(type, code) + 1);
    }
}
