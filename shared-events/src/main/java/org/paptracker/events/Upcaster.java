package org.paptracker.events;

import java.util.Map;

/**
 * Turns the JSON of one revision of an event into the JSON of the next one. It stands beside its family, has a constructor
 * without parameters, and uses no record of the domain: those change again, and what it turns into does not.
 */
@FunctionalInterface
public interface Upcaster {
    /**
     * @param event fields by name, in the order of the record: maps, lists, texts, numbers and booleans; the upcaster may
     *     change it
     */
    Map<String, Object> upcast(Map<String, Object> event);
}
