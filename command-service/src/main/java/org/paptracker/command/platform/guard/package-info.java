/** Looks for personal data in what people write, before any of it is recorded. */
@NullMarked
package org.paptracker.command.platform.guard;

import org.jspecify.annotations.NullMarked;
