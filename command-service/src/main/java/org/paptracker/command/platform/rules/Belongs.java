package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;

/** A state of what not everybody may see. */
public interface Belongs {
    /** Null while there is no such thing. */
    @Nullable
    Belonging belonging();
}
