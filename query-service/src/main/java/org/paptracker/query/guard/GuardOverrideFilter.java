package org.paptracker.query.guard;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.guard.PersonalDataKind;

/** What a list of overrides is narrowed to. Each is null where it does not matter. */
@FromQuery
record GuardOverrideFilter(
        GuardOverrideView.@Nullable State state, @Nullable PersonalDataKind kind) {
    boolean admits(GuardOverrideItem item) {
        return (kind == null || item.override().grant().kinds().contains(kind))
                && (state == null || item.state() == state);
    }
}
