package org.paptracker.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.projection.WhoIn;

/** Questions from someone who can see everything, for tests. */
public final class Everything {
    private Everything() {}

    public static AsAt asAt(@Nullable Long knownPosition, @Nullable LocalDate effectiveOn, LocalDate day) {
        return new AsAt(knownPosition, effectiveOn, day, Scope.EVERYTHING);
    }

    /** As somebody is told who sees everything, of a log that calls people by their names. */
    public static <T> T told(T view) {
        return WhoIn.each(view, who -> who.called(who.person(), 0));
    }
}
