/** Meetings of a board: their rules, and the shell around them. */
@NullMarked
package org.paptracker.command.meeting;

import org.jspecify.annotations.NullMarked;
