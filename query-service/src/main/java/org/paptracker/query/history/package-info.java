/** Views as they were known, or as they were true, at another time. */
@NullMarked
package org.paptracker.query.history;

import org.jspecify.annotations.NullMarked;
