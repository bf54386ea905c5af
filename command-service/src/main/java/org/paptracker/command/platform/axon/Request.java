package org.paptracker.command.platform.axon;

import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Provenance;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.values.guard.OverrideCode;

/**
 * Who asks, and how the request wants to be treated.
 *
 * @param own where the caller's own work lies now; the log never says so
 * @param key under which it is accepted once; null if a repeat may count again
 * @param digest SHA-256 of what was asked under the key, in hexadecimal
 * @param expectedVersion of the stream; null if any will do
 * @param replaces what it may write over
 * @param guardOverride lets through what the guard suspects; null if there is none
 */
public record Request(
        Provenance provenance,
        OwnWork own,
        @Nullable String key,
        String digest,
        @Nullable Long expectedVersion,
        Replaces replaces,
        @Nullable OverrideCode guardOverride) {}
