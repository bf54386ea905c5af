/** Actions and their milestones as they stand. */
@NullMarked
package org.paptracker.query.action;

import org.jspecify.annotations.NullMarked;
