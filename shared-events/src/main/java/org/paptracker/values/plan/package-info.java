/** Values of plans. */
@NullMarked
package org.paptracker.values.plan;

import org.jspecify.annotations.NullMarked;
