/** What evidence is missing, or does not agree: across plans, actions, evidence and figures. */
@NullMarked
package org.paptracker.query.gaps;

import org.jspecify.annotations.NullMarked;
