/** Risks as they stand. */
@NullMarked
package org.paptracker.query.risk;

import org.jspecify.annotations.NullMarked;
