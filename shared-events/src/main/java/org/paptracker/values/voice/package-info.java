/** Values of what families said. */
@NullMarked
package org.paptracker.values.voice;

import org.jspecify.annotations.NullMarked;
