package org.paptracker.query.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.paptracker.platform.security.NotLetIn;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, which says why in a sentence of its own. */
final class NotWelcome implements AuthenticationFailureHandler {
    /** Why somebody may be sent back, by what stands in the address. */
    enum Why {
        WRONG("The name or the password is wrong."),
        TOO_MANY_PASSWORDS("Too many wrong passwords for this name. Please wait a minute, then try again."),
        SEVERAL_ROLES(
                "You have more than one role here, and only one is allowed: the person who claims must not also verify."
                        + " Please ask the people who look after sign-in to leave you only one."),
        UNUSABLE_CLAIMS(
                "What your organisation's sign-in says about you can't be used here. Please tell the people who look"
                        + " after it."),
        ISSUER_AWAY("Your organisation's sign-in does not answer just now. Please try again."),
        NOT_DONE("You were not signed in. Please try again.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        String inAddress() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What cannot be told apart is just not done. */
        static Why of(String inAddress) {
            for (Why why : values()) if (why.inAddress().equals(inAddress)) return why;
            return NOT_DONE;
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + AccountPages.SIGN_IN + "?failed="
                + why(failure).inAddress());
    }

    private static Why why(AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotLetIn known) {
                return Why.of(known.problem().code().substring("request.".length()));
            }
        }
        return failure instanceof BadCredentialsException ? Why.WRONG : Why.NOT_DONE;
    }
}
