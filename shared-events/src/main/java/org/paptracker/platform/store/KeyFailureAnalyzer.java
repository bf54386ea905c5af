package org.paptracker.platform.store;

import org.paptracker.signing.KeyUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the service did not start without a usable key, instead of showing where in the code. */
public class KeyFailureAnalyzer extends AbstractFailureAnalyzer<KeyUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, KeyUnusable cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
    }
}
