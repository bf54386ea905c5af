package org.paptracker.platform.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting that can't be meant. The service does not start with it. */
public final class BadSetting extends RuntimeException {
    /** @param sentence says which, and what it must be; never holds what was set, which may be a secret */
    public BadSetting(String sentence) {
        super(sentence);
    }

    /** Says it in one sentence, instead of showing where in the code. */
    static final class Analyzer extends AbstractFailureAnalyzer<BadSetting> {
        @Override
        protected FailureAnalysis analyze(Throwable root, BadSetting cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), "See docs/operating.md, Settings.", cause);
        }
    }
}
