package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Paths and parameters are UTF-8, percent-encoded. What is ill-formed, a character written longer than need be included,
 * would be read in one way here and in another there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the request has its id
class AddressesInUtf8 extends OncePerRequestFilter {
    private static final int HEXADECIMAL = 16;

    private final HandlerExceptionResolver problems;

    AddressesInUtf8(@Lazy HandlerExceptionResolver handlerExceptionResolver) {
        problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isPath = isText(request.getRequestURI());
        if (isPath && isText(request.getQueryString())) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = isPath
                ? Problem.malformed("query", "must be no more than 100 parameters, each percent-encoded UTF-8")
                : Problem.malformed("path", "must be percent-encoded UTF-8");
        problems.resolveException(request, response, null, new Refused(problem));
    }

    private static boolean isText(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) return true;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int high = c == '%' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), HEXADECIMAL) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), HEXADECIMAL);
            if (low < 0) {
                bytes.write(c);
            } else {
                bytes.write(HEXADECIMAL * high + low);
                i += 2;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
