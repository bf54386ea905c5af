/** Fills an empty log with a data set that the service brings along. */
@NullMarked
package org.paptracker.command.platform.dataset;

import org.jspecify.annotations.NullMarked;
