package org.paptracker.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through to its endpoint if the caller has the right that the endpoint {@link Needs}. */
@Configuration
class AccessInterceptor implements WebMvcConfigurer, HandlerInterceptor {
    private static final String OURS = "org.paptracker.";

    private final WhoIsAsking who;

    AccessInterceptor(WhoIsAsking who) {
        this.who = who;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is not ours, such as the description of the API, is guarded by its path.
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) return true;
        Needs needs = method.getMethodAnnotation(Needs.class);
        Caller caller = who.caller();
        if (needs != null && needs.value().isOf(caller.role())) return true;
        if (caller.role() == Role.NOBODY) {
            throw new AuthenticationCredentialsNotFoundException("Nobody has signed in");
        }
        throw new AccessDeniedException("The role may not do this");
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }
}
