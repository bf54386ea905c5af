/** Plans: registered, approved, published, then superseded or closed. */
@NullMarked
package org.paptracker.command.plan;

import org.jspecify.annotations.NullMarked;
