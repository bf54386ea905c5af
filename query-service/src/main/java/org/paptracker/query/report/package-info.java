/** What the delivery group tells the board. */
@NullMarked
package org.paptracker.query.report;

import org.jspecify.annotations.NullMarked;
