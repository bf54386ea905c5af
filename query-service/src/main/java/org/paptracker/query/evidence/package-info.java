/** Evidence as it stands. */
@NullMarked
package org.paptracker.query.evidence;

import org.jspecify.annotations.NullMarked;
