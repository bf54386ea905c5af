package org.paptracker.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the sealed interface of a family of events: those of one kind of stream. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventFamily {
    /** What the names of its streams begin with, up to the colon: {@code decision}. It is for ever, as the log holds it. */
    String value();
}
