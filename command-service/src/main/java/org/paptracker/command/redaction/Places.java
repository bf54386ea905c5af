package org.paptracker.command.redaction;

import java.util.List;
import org.paptracker.values.redaction.TextPlace;

/** Where the words of a text stand in the log. */
@FunctionalInterface
interface Places {
    /** The text itself, first, and every other of the same words; empty if they are gone. Reads the whole log. */
    List<TextPlace> of(long position, String field);
}
