/** Values of evidence. */
@NullMarked
package org.paptracker.values.evidence;

import org.jspecify.annotations.NullMarked;
