package org.paptracker.values;

import java.util.Comparator;

/**
 * What something is about, such as the milestone {@code PA3-01.2}. A milestone's code is unique in its action only;
 * where two actions share it, {@code PA3-01/PA3-01.2} says which.
 */
public record Subject(
        SubjectType type,
        @ClosedShape("a code, which the guard has seen") String code) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::type).thenComparing(Subject::code, NaturalOrder.OF_TEXTS);

    public Subject {
        Codes.requireText(code);
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** {@code milestone:PA3-01.2}. */
    @Override
    public String toString() {
        return type + ":" + code;
    }
}
