package org.paptracker.platform.store;

import java.util.Optional;
import org.paptracker.log.UnprovenCommit;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.ProblemSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing is told of a commit that nobody proves, and nothing is decided on it. Axon wraps what its stream throws. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProofProblems implements ProblemSource {
    @Override
    public Optional<Problem> of(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprovenCommit unproven) {
                return Optional.of(Problem.of(
                        500,
                        "log.unproven",
                        unproven.getMessage() + " Nothing is answered from it, and nothing was recorded."));
            }
        }
        return Optional.empty();
    }
}
