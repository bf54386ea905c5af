package org.paptracker.query.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.paptracker.platform.security.SignInByToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Keeps in the session who signed in, and nothing else: no token, no claim. Then goes on to the page that was asked for. */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
    /** Longer than before signing in, when a session is worth little and anybody can have as many as they like. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    Welcome() {
        setDefaultTargetUrl(AccountPages.ACCOUNT);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof IssuersUser user) {
            SecurityContextImpl context = new SecurityContextImpl(SignInByToken.signedIn(user.caller()));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
        }
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
