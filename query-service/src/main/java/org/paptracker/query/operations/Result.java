package org.paptracker.query.operations;

import org.jspecify.annotations.Nullable;

/**
 * What came of a retry or a skip.
 *
 * @param operation its id in the list of operations
 * @param done how many entries were taken in
 * @param next what stands first in the row now, with what is wrong with it; null if the row is done with
 */
record Result(
        String operation,
        Operation.Outcome outcome,
        long done,
        @Nullable Parked next,
        String sentence) {}
