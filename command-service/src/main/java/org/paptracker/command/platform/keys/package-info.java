/** Secrets that this service makes for itself and keeps beside its data. */
@NullMarked
package org.paptracker.command.platform.keys;

import org.jspecify.annotations.NullMarked;
