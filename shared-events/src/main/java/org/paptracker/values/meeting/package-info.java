/** Values of meetings. */
@NullMarked
package org.paptracker.values.meeting;

import org.jspecify.annotations.NullMarked;
