package org.paptracker.values.guard;

import java.util.List;
import org.paptracker.values.ClosedShape;

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
        @ClosedShape("what the log calls a person") String person,
        @ClosedShape("a type of command") String command,
        @ClosedShape("a stream of the log") String stream,
        List<Suspected> suspected,
        @ClosedShape("64 hexadecimal digits") String fingerprint) {}
