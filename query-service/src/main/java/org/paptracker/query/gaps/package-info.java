/** What evidence is missing, or does not agree: across plans, actions, evidence, figures and voices. */
@NullMarked
package org.paptracker.query.gaps;

import org.jspecify.annotations.NullMarked;
