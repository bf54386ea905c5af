/** Stocktakes: what was frozen, what reviewers found, what was answered. */
@NullMarked
package org.paptracker.query.stocktake;

import org.jspecify.annotations.NullMarked;
