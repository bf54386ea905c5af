package org.paptracker.query.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Role;
import org.paptracker.query.platform.projection.Who;

/**
 * Something an operator did.
 *
 * @param id sorts by time
 * @param position of the dead letter; null for a replay
 * @param endedAt null while it is going on, and for good if the service was killed meanwhile
 */
record Operation(
        String id,
        Instant at,
        Who by,
        Role role,
        What what,
        String projection,
        @Nullable Long position,
        Asked.Reason reason,
        @Nullable String reference,
        Outcome outcome,
        @Nullable Instant endedAt) {

    enum What {
        REPLAY,
        RETRY,
        SKIP
    }

    enum Outcome {
        /** Written down before anything is done. If it stays like this, the service was killed in between. */
        ASKED,
        DONE,
        /** The event was tried again, or one behind it, and could not be taken in. It is parked as before. */
        STILL_FAILING,
        /** Nothing was done: somebody else was at it, or it was gone. */
        NOT_DONE,
        /** The replay broke off, and the views are as they were before. The log file says why. */
        FAILED,
        /** The service stopped while the replay was going on, and the views are as they were before. */
        INTERRUPTED
    }
}
