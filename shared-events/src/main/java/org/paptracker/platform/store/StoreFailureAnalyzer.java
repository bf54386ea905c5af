package org.paptracker.platform.store;

import org.paptracker.log.EmbeddedMongo.StoreUnavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the embedded store did not open, instead of showing where in the code. */
class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnavailable cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop the other start, or choose another PAP_DATA, PAP_STORE_PORT or both.",
                cause);
    }
}
