package org.paptracker.command.platform.rules;

import java.util.List;
import org.paptracker.values.redaction.FoundPlace;

/** Where the words of a text stand in the log. */
@FunctionalInterface
public interface Places {
    /**
     * Reads the whole log. What is recorded next rests on it: if the same words are recorded in yet another place
     * meanwhile, it is decided again.
     */
    SameWords of(long position, String field);

    /**
     * Everything that holds the same words.
     *
     * @param isShort whether they are so few that equal words elsewhere mean nothing
     * @param places the text itself first; empty if its words are gone
     */
    record SameWords(boolean isShort, List<FoundPlace> places) {}
}
