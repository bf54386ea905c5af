package org.paptracker.command.platform.axon;

/** The same Idempotency-Key was used before, by the same person, for another request. */
public final class KeyReused extends RuntimeException {
    KeyReused() {
        super("This Idempotency-Key was used for another request before. Nothing was recorded; use a new key.");
    }
}
