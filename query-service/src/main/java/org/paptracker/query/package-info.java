/** The read side: views folded from the log, and the HTTP API that answers from them. */
@NullMarked
package org.paptracker.query;

import org.jspecify.annotations.NullMarked;
