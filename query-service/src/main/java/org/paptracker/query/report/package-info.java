/** What is told about a whole plan: to reviewers at a stocktake, to the board about a period. */
@NullMarked
package org.paptracker.query.report;

import org.jspecify.annotations.NullMarked;
