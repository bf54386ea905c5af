package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.paptracker.values.Sha256;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names each request: by an id of our own, which log files and the log hold, and by the one that the client sent, which is
 * answered. The client's id is their words, so of it log files hold a hash, and the log nothing. ADR 28.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIdFilter extends OncePerRequestFilter {
    public static final String HEADER = "X-Request-Id";

    /** Our own id, by which the log and log files know the request. */
    public static final String ATTRIBUTE = "org.paptracker.requestId";

    /** The client's id if it is a decent one, else ours. */
    static final String ANSWERED = "org.paptracker.answeredRequestId";

    /** A hash of the client's id, if they sent a decent one. */
    static final String HASH = "org.paptracker.clientRequestId";

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int HASH_DIGITS = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String own = UUID.randomUUID().toString();
        String given = request.getHeader(HEADER);
        boolean isDecent = given != null && DECENT.matcher(given).matches();
        String answered = isDecent ? given : own;
        request.setAttribute(ATTRIBUTE, own);
        request.setAttribute(ANSWERED, answered);
        if (isDecent) request.setAttribute(HASH, hash(given));
        response.setHeader(HEADER, answered);
        MDC.put("requestId", own);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("requestId");
        }
    }

    /** So that operators find the request of somebody who tells them their id. */
    static String hash(String given) {
        return Sha256.hex(Sha256.begin(), given.getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH_DIGITS);
    }
}
