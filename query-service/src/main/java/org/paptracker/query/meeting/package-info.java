/** Meetings as they stand. */
@NullMarked
package org.paptracker.query.meeting;

import org.jspecify.annotations.NullMarked;
