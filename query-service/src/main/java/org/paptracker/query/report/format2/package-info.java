/**
 * The second format of a stocktake's pack. It is promised for ever: views and events may change, and these records stay as
 * they are. What differs in a byte is a third format, in a package of its own.
 */
@NullMarked
package org.paptracker.query.report.format2;

import org.jspecify.annotations.NullMarked;
