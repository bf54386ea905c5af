/** Values of stocktakes. */
@NullMarked
package org.paptracker.values.stocktake;

import org.jspecify.annotations.NullMarked;
