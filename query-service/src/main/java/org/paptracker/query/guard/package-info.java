/** Overrides of the guard: who let what kind of data through, why, and for what it was used. */
@NullMarked
package org.paptracker.query.guard;

import org.jspecify.annotations.NullMarked;
