/** Plans as they stand. */
@NullMarked
package org.paptracker.query.plan;

import org.jspecify.annotations.NullMarked;
