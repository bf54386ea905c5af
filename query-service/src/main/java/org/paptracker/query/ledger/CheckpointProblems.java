package org.paptracker.query.ledger;

import java.util.Optional;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.ProblemSource;
import org.springframework.stereotype.Component;

/** A checkpoint that would stand for another history than the last one is not signed, and the reason is no secret. */
@Component
class CheckpointProblems implements ProblemSource {
    @Override
    public Optional<Problem> of(Throwable exception) {
        if (exception instanceof Continuity.NotKept) {
            return Optional.of(Problem.of(
                    503,
                    "ledger.not-kept",
                    "The data directory can't be written, so nothing was signed. Please ask again later."));
        }
        return exception instanceof Continuity.DoesNotContinue refusal
                ? Optional.of(Problem.of(500, "ledger.not-continued", refusal.getMessage() + " Nothing was signed."))
                : Optional.empty();
    }
}
