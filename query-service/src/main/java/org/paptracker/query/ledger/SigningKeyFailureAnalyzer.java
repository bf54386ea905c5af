package org.paptracker.query.ledger;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the service did not start without a usable key, instead of showing where in the code. */
class SigningKeyFailureAnalyzer extends AbstractFailureAnalyzer<SigningKeys.Unusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SigningKeys.Unusable cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
    }
}
