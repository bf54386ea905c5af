/** Stocktakes: frozen, fed back on, answered. */
@NullMarked
package org.paptracker.command.stocktake;

import org.jspecify.annotations.NullMarked;
