package org.paptracker.query.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing the log with the ledger, and what is made of the log with a fresh fold of it.
 *
 * @param verifiedAt when that began, UTC
 * @param size how many entries the ledger held then
 * @param root of the tree over them, base64; null if it does not hold
 * @param firstBreak the first position that does not hold; null if all do, or if what differs says none
 * @param sentence the same in words
 * @param compared the projections whose documents were compared with a fresh fold, by name
 */
public record Verification(
        Instant verifiedAt,
        long size,
        @Nullable String root,
        boolean holds,
        @Nullable Long firstBreak,
        String sentence,
        List<String> compared) {}
