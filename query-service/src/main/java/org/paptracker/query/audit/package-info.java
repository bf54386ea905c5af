/** Who recorded what, when, and what changed by it. */
@NullMarked
package org.paptracker.query.audit;

import org.jspecify.annotations.NullMarked;
