/** What was taken out of the record, when, why and by whom. */
@NullMarked
package org.paptracker.query.redaction;

import org.jspecify.annotations.NullMarked;
