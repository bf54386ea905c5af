/** What an operator sees of the projections and can do about them, and the record of who did what and why. */
@NullMarked
package org.paptracker.query.operations;

import org.jspecify.annotations.NullMarked;
