/** Decisions of a plan's boards, and whether they were done. */
@NullMarked
package org.paptracker.command.decision;

import org.jspecify.annotations.NullMarked;
