/** Values of risks. */
@NullMarked
package org.paptracker.values.risk;

import org.jspecify.annotations.NullMarked;
