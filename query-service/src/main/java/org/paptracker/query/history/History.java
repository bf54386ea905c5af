package org.paptracker.query.history;

import java.util.List;
import java.util.Optional;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.query.platform.projection.View;
import org.springframework.stereotype.Component;

/** Folds a stream again, up to another time, with the fold that keeps the stored view. */
@Component
public class History {
    private final LogReader log;

    History(LogReader log) {
        this.log = log;
    }

    /** The view of {@code stream} as at {@code asAt}; empty if nothing of it counts. */
    public <V extends View, E extends DomainEvent> Optional<V> view(
            String stream, Fold<V, E> fold, Class<E> family, AsAt asAt) {
        List<Recorded<E>> counting = log.stream(stream).stream()
                .filter(asAt::counts)
                .map(recorded -> recorded.as(family))
                .toList();
        return Optional.of(fold.over(counting)).filter(view -> !counting.isEmpty() && view.exists());
    }
}
