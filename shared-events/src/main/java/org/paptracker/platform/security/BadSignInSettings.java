package org.paptracker.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Settings with which nobody could sign in, or anybody. The service does not start with them. */
public final class BadSignInSettings extends RuntimeException {
    /** @param sentence says what is wrong and what to do */
    public BadSignInSettings(String sentence) {
        super(sentence);
    }

    /** Says it in one sentence, instead of showing where in the code. */
    static final class Analyzer extends AbstractFailureAnalyzer<BadSignInSettings> {
        @Override
        protected FailureAnalysis analyze(Throwable root, BadSignInSettings cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()), "See docs/deployment.md, Signing in.", cause);
        }
    }
}
