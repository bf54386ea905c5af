package org.paptracker.values.guard;

import java.util.List;

/**
 * The one request that an override lets through, and whose it is.
 *
 * @param person as the log calls people who act
 * @param command what it asks for: {@code RecordProgress}
 * @param stream that it is for
 * @param suspected where, in the order of the request; never what
 * @param fingerprint of the person and of everything that the request says, by a key that is not in the log: without
 *     the key nobody can try what the words were
 */
public record GuardedRequest(
        String person, String command, String stream, List<Suspected> suspected, String fingerprint) {}
