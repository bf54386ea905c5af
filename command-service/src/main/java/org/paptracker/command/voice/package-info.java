/** Voices: you said, we did. */
@NullMarked
package org.paptracker.command.voice;

import org.jspecify.annotations.NullMarked;
