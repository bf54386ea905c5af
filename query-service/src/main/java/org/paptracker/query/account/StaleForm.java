package org.paptracker.query.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A form came without its token: the page lay open for too long, or another site sent it. Nothing was done. */
@Component
class StaleForm implements AccessDeniedHandler {
    private final ViewResolver views;
    private final HandlerExceptionResolver problems;

    StaleForm(@Lazy ViewResolver viewResolver, @Lazy HandlerExceptionResolver handlerExceptionResolver) {
        views = viewResolver;
        problems = handlerExceptionResolver;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws ServletException {
        if (!(denied instanceof CsrfException)) {
            problems.resolveException(request, response, null, denied);
            return;
        }
        String accept = request.getHeader("Accept");
        try {
            View page = accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)
                    ? null
                    : views.resolveViewName("stale-form", Locale.UK);
            if (page == null) {
                problems.resolveException(
                        request,
                        response,
                        null,
                        new Refused(Problem.of(
                                403,
                                "request.stale-form",
                                "This form is out of date and nothing was done. Please load the page again.")));
                return;
            }
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            page.render(Map.of(), request, response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
