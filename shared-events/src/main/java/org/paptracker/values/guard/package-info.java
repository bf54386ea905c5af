/** Values of the guard against personal data. */
@NullMarked
package org.paptracker.values.guard;

import org.jspecify.annotations.NullMarked;
