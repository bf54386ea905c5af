/** Voices as they stand: you said, we did. */
@NullMarked
package org.paptracker.query.voice;

import org.jspecify.annotations.NullMarked;
