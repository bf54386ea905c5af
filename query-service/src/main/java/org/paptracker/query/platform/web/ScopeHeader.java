package org.paptracker.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.paptracker.platform.security.Scope;
import org.paptracker.platform.security.WhoIsAsking;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says with every answer how far it reaches: {@code PUBLIC}, {@code PARTNERSHIP} or {@code EVERYTHING}. What it counts, it
 * counts as far as that. No answer is for somebody else's reuse.
 */
@Configuration
class ScopeHeader implements WebMvcConfigurer, HandlerInterceptor {
    private static final String HEADER = "X-Reach";

    private final WhoIsAsking who;

    ScopeHeader(WhoIsAsking who) {
        this.who = who;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Scope scope = Scope.of(who.caller());
        response.setHeader(
                HEADER, scope.isEverything() ? "EVERYTHING" : scope.upTo().name());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        return true;
    }
}
