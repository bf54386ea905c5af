/** Risks to a plan, and what is done about them. */
@NullMarked
package org.paptracker.command.risk;

import org.jspecify.annotations.NullMarked;
