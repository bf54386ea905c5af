/** Values of decisions. */
@NullMarked
package org.paptracker.values.decision;

import org.jspecify.annotations.NullMarked;
