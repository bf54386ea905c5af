package org.paptracker.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the {@link AccessRule} before anything reads the body, so that callers without the right are told so whatever was
 * sent, and learn nothing from how it was read. The rule holds without this filter: {@link AccessInterceptor}.
 */
@Component
@Order(-1) // after security, which knows who asks; before the filter that reads the body
class AccessFilter extends OncePerRequestFilter {
    private final AccessRule rule;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final HandlerExceptionResolver problems;

    AccessFilter(
            AccessRule rule,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            @Lazy HandlerExceptionResolver handlerExceptionResolver) {
        this.rule = rule;
        this.mappings = mappings;
        problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Object handler = handler(request);
        if (handler != null) {
            try {
                rule.check(handler);
            } catch (AuthenticationException | AccessDeniedException refusal) {
                problems.resolveException(request, response, null, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private @Nullable Object handler(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            for (RequestMappingHandlerMapping mapping : mappings) {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) return chain.getHandler();
            }
            return null;
        } catch (Exception unmatched) {
            // Not by this method or type: the dispatcher comes to the same end, and answers.
            return null;
        }
    }
}
