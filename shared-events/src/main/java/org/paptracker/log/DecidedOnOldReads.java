package org.paptracker.log;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A stream that was read for a decision, and that the decision does not write to, has grown before the decision was
 * recorded. Nothing was recorded; the next attempt reads it anew. ADR 22.
 */
public final class DecidedOnOldReads extends ConcurrencyException {
    DecidedOnOldReads(String key) {
        super("Recorded since it was read: " + key);
    }
}
