package org.paptracker.query.history;

import java.util.Optional;
import org.paptracker.log.UnreadableEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.ProblemSource;
import org.springframework.stereotype.Component;

/** A history with an entry that this version can't read is not told with a gap in it. */
@Component
class HistoryProblems implements ProblemSource {
    @Override
    public Optional<Problem> of(Throwable exception) {
        return exception instanceof UnreadableEvent unreadable
                ? Optional.of(Problem.of(
                        500,
                        "history.unreadable",
                        "This version of the service can't read the entry at position " + unreadable.position()
                                + ", so it can't say how things stood. How they stand now can still be asked."))
                : Optional.empty();
    }
}
