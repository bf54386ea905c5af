/** What may stand in a log file. */
@NullMarked
package org.paptracker.platform.logging;

import org.jspecify.annotations.NullMarked;
