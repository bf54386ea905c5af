/** Which plans took over from one another, for slices that answer about more than one of them. */
@NullMarked
package org.paptracker.query.lineage;

import org.jspecify.annotations.NullMarked;
