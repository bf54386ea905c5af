/** The one mechanism by which history becomes state. */
@NullMarked
package org.paptracker.fold;

import org.jspecify.annotations.NullMarked;
