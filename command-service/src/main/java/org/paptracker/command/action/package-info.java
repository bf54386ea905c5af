/** Actions and, inside the same consistency boundary, their milestones. */
@NullMarked
package org.paptracker.command.action;

import org.jspecify.annotations.NullMarked;
