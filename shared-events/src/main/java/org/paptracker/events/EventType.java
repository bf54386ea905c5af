package org.paptracker.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the log calls an event. It holds this name and never a class name, so that classes may move. A name is for ever; so
 * is its meaning.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {
    /** Lower case words: {@code decision-made}. */
    String value();

    /**
     * The revision written today. A changed shape raises it and comes with an upcaster; one more optional field does
     * neither.
     */
    int revision() default 1;

    /** One for each earlier revision, in order: the first turns revision 1 into revision 2. */
    Class<? extends Upcaster>[] upcasters() default {};

    /** Whether something begins with it that has a code of its own. */
    boolean creates() default false;
}
