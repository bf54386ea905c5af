/** Counts over the milestones of a plan, by area, theme, organisation or workstream. */
@NullMarked
package org.paptracker.query.progress;

import org.jspecify.annotations.NullMarked;
