package org.paptracker.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;

/** Questions from someone who can see everything, for tests. */
public final class Everything {
    private Everything() {}

    public static AsAt asAt(@Nullable Long knownPosition, @Nullable LocalDate effectiveOn, LocalDate day) {
        return new AsAt(knownPosition, effectiveOn, day, Scope.EVERYTHING);
    }
}
