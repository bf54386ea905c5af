/** What both services need to know of tables that are opened in a spreadsheet. */
@NullMarked
package org.paptracker.platform.table;

import org.jspecify.annotations.NullMarked;
