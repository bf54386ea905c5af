package org.paptracker.query.ledger;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.operations.ViewCheck.Difference;
import org.paptracker.query.operations.ViewCheck.Outcome;

/** Compares what is made of the log with a fresh fold of it: all of it when asked, else one projection after the other. */
final class FreshFolds {
    /** How much is compared. */
    enum Extent {
        /** One projection, each in its turn. */
        ONE_VIEW,
        ALL_VIEWS
    }

    /**
     * What came of it.
     *
     * @param compared the projections that are as the log says
     * @param difference the first that was found; null if there is none
     */
    record Compared(List<String> compared, @Nullable Difference difference) {}

    private final List<String> projections;
    private final Function<String, Outcome> check;

    /** Nobody can foresee whose turn it is. */
    private final SecureRandom random = new SecureRandom();

    /** The projections whose turn comes next. */
    private final Deque<String> turns = new ArrayDeque<>();

    /** @param check compares one projection */
    FreshFolds(List<String> projections, Function<String, Outcome> check) {
        this.projections = projections;
        this.check = check;
    }

    Compared compare(Extent extent) {
        List<String> compared = new ArrayList<>();
        for (String projection : extent == Extent.ALL_VIEWS ? projections : next()) {
            Outcome outcome = check.apply(projection);
            if (outcome.difference() != null) return new Compared(List.copyOf(compared), outcome.difference());
            if (outcome.isCompared()) compared.add(projection);
        }
        return new Compared(List.copyOf(compared), null);
    }

    private List<String> next() {
        if (turns.isEmpty()) {
            List<String> all = new ArrayList<>(projections);
            Collections.shuffle(all, random);
            turns.addAll(all);
        }
        String next = turns.poll();
        return next == null ? List.of() : List.of(next);
    }

    static String words(Difference difference) {
        String first = "The document \"%s\" of the projection %s is not what the log makes of it."
                .formatted(difference.document(), difference.projection());
        if (difference.others() == 0) return first;
        return first + String.format(Locale.UK, " Nor are %,d others.", difference.others());
    }
}
