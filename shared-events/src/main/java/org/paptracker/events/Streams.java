package org.paptracker.events;

import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionId;

/** What the streams of a family are called: {@code plan:oxfordshire-pap}, {@code decision:oxfordshire-pap/D-1}. */
public final class Streams {
    private Streams() {}

    /** The kind of a family's streams: {@code decision}. */
    public static String kind(Class<? extends DomainEvent> family) {
        EventFamily marked = family.getAnnotation(EventFamily.class);
        if (marked == null) throw new IllegalArgumentException(family + " is no family of events");
        return marked.value();
    }

    /** How the names of a family's streams begin: {@code decision:}. */
    public static String prefix(Class<? extends DomainEvent> family) {
        return kind(family) + ":";
    }

    /** The stream of a plan itself. */
    public static String of(PlanId plan) {
        return prefix(PlanEvent.class) + plan;
    }

    /** Redactions are numbered through all plans. */
    public static String of(RedactionId redaction) {
        return prefix(RedactionEvent.class) + redaction;
    }

    /** The stream of what has a code of its own in a plan. */
    public static String of(Class<? extends DomainEvent> family, PlanId plan, Object code) {
        return prefix(family) + plan + "/" + code;
    }
}
