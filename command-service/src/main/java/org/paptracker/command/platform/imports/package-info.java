/**
 * Many updates at once from a table, a row each. What a row can say is for the slices to tell: each kind of row is a bean
 * of the slice that takes it.
 */
@NullMarked
package org.paptracker.command.platform.imports;

import org.jspecify.annotations.NullMarked;
