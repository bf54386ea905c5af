package org.paptracker.query.guard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** An override as the API shows it, with how it stands on the day. */
public record GuardOverrideItem(@JsonUnwrapped GuardOverrideView override, GuardOverrideView.State state) {
    static GuardOverrideItem of(GuardOverrideView override, LocalDate day) {
        return new GuardOverrideItem(override, override.state(day));
    }
}
