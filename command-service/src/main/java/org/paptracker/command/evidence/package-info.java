/** Evidence: what shows that something was done, and that it made a difference. */
@NullMarked
package org.paptracker.command.evidence;

import org.jspecify.annotations.NullMarked;
