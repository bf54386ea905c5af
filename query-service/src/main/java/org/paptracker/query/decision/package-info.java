/** Decisions as they stand. */
@NullMarked
package org.paptracker.query.decision;

import org.jspecify.annotations.NullMarked;
