package org.paptracker.command.platform.rules;

import java.util.List;
import org.paptracker.values.redaction.TextPlace;

/** Where the words of a text stand in the log. */
public interface Places {
    /** The text itself, first, and every other of the same words; empty if they are gone. Reads the whole log. */
    List<TextPlace> of(long position, String field);

    /** Whether the words of a text are still there. Reads its entry only. */
    boolean holds(long position, String field);
}
