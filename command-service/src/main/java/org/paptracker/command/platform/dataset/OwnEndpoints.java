package org.paptracker.command.platform.dataset;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.paptracker.platform.http.BodyFilter;
import org.paptracker.platform.http.RequestIdFilter;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.SignInByToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Asks this service's own endpoints, within the process: Spring finds the endpoint, checks the caller's right, reads and
 * validates the body and maps refusals, as for any request. Only signing in and the limit on requests a second are left
 * out: they are for those who come from outside.
 */
@Component
class OwnEndpoints {
    private final RequestIdFilter requestIds;
    private final BodyFilter bodies;
    private final DispatcherServlet endpoints;

    OwnEndpoints(RequestIdFilter requestIds, BodyFilter bodies, DispatcherServlet endpoints) {
        this.requestIds = requestIds;
        this.bodies = bodies;
        this.endpoints = endpoints;
    }

    /** @param body JSON */
    LineRequest request(String method, String uri, String body) {
        return new LineRequest(endpoints.getServletContext(), method, uri, body);
    }

    LineAnswer ask(LineRequest line, Caller caller) throws IOException, ServletException {
        SecurityContext signedIn = SecurityContextHolder.createEmptyContext();
        signedIn.setAuthentication(SignInByToken.signedIn(caller));
        SecurityContextHolder.setContext(signedIn);
        LineAnswer answer = new LineAnswer();
        try {
            requestIds.doFilter(
                    line, answer, (one, its) -> bodies.doFilter(one, its, (whole, to) -> endpoints.service(whole, to)));
            return answer;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
