package org.paptracker.command.platform.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why there is no key, and what to do about it. Never holds any part of a key. */
public final class UnusableKey extends RuntimeException {
    private final String action;

    UnusableKey(String sentence, String action, @Nullable Throwable cause) {
        super(sentence, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }

    /** Says in one sentence why the service did not start, instead of showing where in the code. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableKey> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UnusableKey cause) {
            return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
        }
    }
}
