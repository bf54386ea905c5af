package org.paptracker.platform.security;

import org.springframework.security.access.AccessDeniedException;

/** Whoever asks has signed in and may not do this. The message is for that person: it says who may. */
public final class Forbidden extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    Forbidden(Right right) {
        super(sentence(right));
    }

    private static String sentence(Right right) {
        if (right.isOf(Role.ANONYMOUS)) {
            return "Whoever you have signed in as may not %s. Please sign in as somebody else."
                    .formatted(right.inWords());
        }
        return "Only %s may %s. Please ask %s."
                .formatted(right.whose(), right.inWords(), right.isOfOneRole() ? right.whose() : "one of them");
    }
}
