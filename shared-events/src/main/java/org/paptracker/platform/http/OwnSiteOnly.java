package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Other sites cannot make a browser write here. A browser that was once given a name and a password sends them along
 * with whatever another site makes it ask, and says where that came from: {@code Sec-Fetch-Site}, {@code Origin}, {@code
 * Referer}. Programs send none of them. What is not plainly this site is another.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the request has its id
class OwnSiteOnly extends OncePerRequestFilter {
    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String SITE = "Sec-Fetch-Site";

    /** Its own pages, or a person at the address line. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final HandlerExceptionResolver problems;
    private final PublicAddress address;

    OwnSiteOnly(@Lazy HandlerExceptionResolver handlerExceptionResolver, PublicAddress address) {
        problems = handlerExceptionResolver;
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of(
                403, "request.from-another-site", "Another site made your browser send this. Nothing was recorded.");
        problems.resolveException(request, response, null, new Refused(problem));
    }

    private boolean isOwn(HttpServletRequest request) {
        List<String> sites = all(request, SITE);
        if (sites.size() > 1 || !OWN.containsAll(sites)) return false;
        List<String> origins = all(request, HttpHeaders.ORIGIN);
        // Browsers of long ago name the page and not its site.
        List<String> from = origins.isEmpty() ? all(request, HttpHeaders.REFERER) : origins;
        if (from.size() > 1) return false;
        PublicAddress.Origin own = address.asAsked(request);
        return from.stream().allMatch(one -> own.equals(PublicAddress.Origin.of(one)));
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
