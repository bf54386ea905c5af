/** What changed between two moments. */
@NullMarked
package org.paptracker.query.changes;

import org.jspecify.annotations.NullMarked;
