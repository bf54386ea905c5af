/** Permissions to record what the guard suspects: given by information governance, each for one request. */
@NullMarked
package org.paptracker.command.guard;

import org.jspecify.annotations.NullMarked;
