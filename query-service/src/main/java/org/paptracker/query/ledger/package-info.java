/** A tree of hashes over the log: anyone can check that the history has only ever grown. ADR 14. */
@NullMarked
package org.paptracker.query.ledger;

import org.jspecify.annotations.NullMarked;
