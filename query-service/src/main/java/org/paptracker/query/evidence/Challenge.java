package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;

/**
 * Somebody doubts it.
 *
 * @param upheldOn null while it is open and if it led to a withdrawal
 * @param upheldBy as {@code upheldOn}
 * @param note by the person who upheld it
 */
public record Challenge(
        BusinessDate on,
        Who by,
        @Nullable String reason,
        @Nullable BusinessDate upheldOn,
        @Nullable Who upheldBy,
        @Nullable String note) {
    Challenge upheld(BusinessDate upheld, Who upheldBy, @Nullable String note) {
        return new Challenge(on, by, reason, upheld, upheldBy, note);
    }
}
