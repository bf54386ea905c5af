/** What standing evidence proves, for every slice that shows how well something is evidenced. */
@NullMarked
package org.paptracker.query.proof;

import org.jspecify.annotations.NullMarked;
