package org.paptracker.values;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a string of an event that nobody can write freely, and that the log may keep in clear for ever. Every other string
 * is kept beside the event, where it can be removed.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClosedShape {
    /** Why no words of anybody can stand in it. */
    String value();
}
