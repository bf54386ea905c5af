package org.paptracker.platform.store;

import org.paptracker.log.SeenLog.NotTheLog;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the log has gone, and what to do, instead of showing where in the code. */
class LogSeenFailureAnalyzer extends AbstractFailureAnalyzer<NotTheLog> {
    @Override
    protected FailureAnalysis analyze(Throwable root, NotTheLog cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
    }
}
