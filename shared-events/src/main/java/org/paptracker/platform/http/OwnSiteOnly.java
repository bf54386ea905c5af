package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Other sites cannot make a browser write here. A browser that was once given a name and a password sends them along
 * with whatever another site makes it ask, and says that it does so ({@code Sec-Fetch-Site}). Programs don't send that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the request has its id
class OwnSiteOnly extends OncePerRequestFilter {
    private static final String HEADER = "Sec-Fetch-Site";
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final HandlerExceptionResolver problems;

    OwnSiteOnly(@Lazy HandlerExceptionResolver handlerExceptionResolver) {
        problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getHeader(HEADER);
        if (from == null || !OTHERS.contains(from) || READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of(
                403, "request.from-another-site", "Another site made your browser send this. Nothing was recorded.");
        problems.resolveException(request, response, null, new Refused(problem));
    }
}
