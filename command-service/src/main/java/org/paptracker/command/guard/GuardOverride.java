package org.paptracker.command.guard;

import org.jspecify.annotations.Nullable;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.fold.Fold;

/**
 * What decisions about an override need to know.
 *
 * @param granted null while there is none
 */
record GuardOverride(@Nullable GuardOverrideGranted granted, boolean used) {
    static final Fold<GuardOverride, GuardEvent> FOLD = Fold.from(new GuardOverride(null, false), GuardEvent.class)
            .on(GuardOverrideGranted.class, (override, event) -> new GuardOverride(event, override.used))
            .on(GuardOverrideUsed.class, (override, event) -> new GuardOverride(override.granted, true))
            .exhaustive();
}
