package org.paptracker.command.platform.axon;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Provenance;
import org.paptracker.values.guard.OverrideCode;

/**
 * Who asks, and how the request wants to be treated.
 *
 * @param themes codes of those that a workstream lead leads: the caller has them now, and the log never does
 * @param key under which it is accepted once; null if a repeat may count again
 * @param digest SHA-256 of what was asked under the key, in hexadecimal
 * @param expectedVersion of the stream; null if any will do
 * @param guardOverride lets through what the guard suspects; null if there is none
 */
public record Request(
        Provenance provenance,
        Set<String> themes,
        @Nullable String key,
        String digest,
        @Nullable Long expectedVersion,
        @Nullable OverrideCode guardOverride) {}
