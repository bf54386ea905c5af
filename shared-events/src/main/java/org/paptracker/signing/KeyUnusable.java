package org.paptracker.signing;

import org.jspecify.annotations.Nullable;

/** Why there is no key to use, in one sentence, and what to do about it. Never holds any part of a key. */
public final class KeyUnusable extends RuntimeException {
    private final String action;

    public KeyUnusable(String sentence, String action, @Nullable Throwable cause) {
        super(sentence, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
