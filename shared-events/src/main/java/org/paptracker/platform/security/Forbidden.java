package org.paptracker.platform.security;

import org.springframework.security.access.AccessDeniedException;

/** The caller has signed in and cannot do this. The message is for them: it says who can. */
public final class Forbidden extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    Forbidden(Right right) {
        super(sentence(right));
    }

    private static String sentence(Right right) {
        if (right.isOf(Role.ANONYMOUS)) {
            return "Your account cannot %s. Please sign in with another account.".formatted(right.inWords());
        }
        return "Only %s may %s. Please ask %s."
                .formatted(right.whose(), right.inWords(), right.isOfOneRole() ? right.whose() : "one of them");
    }
}
