package org.paptracker.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.paptracker.platform.security.Reach;
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
class ReachHeader implements WebMvcConfigurer, HandlerInterceptor {
    private static final String HEADER = "X-Reach";

    private final WhoIsAsking who;

    ReachHeader(WhoIsAsking who) {
        this.who = who;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Reach reach = Reach.of(who.caller());
        response.setHeader(
                HEADER, reach.isEverything() ? "EVERYTHING" : reach.upTo().name());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        return true;
    }
}
