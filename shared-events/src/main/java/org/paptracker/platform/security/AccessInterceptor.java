package org.paptracker.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks the {@link AccessRule} where no request can get around it: right before its endpoint. */
@Configuration
class AccessInterceptor implements WebMvcConfigurer, HandlerInterceptor {
    private final AccessRule rule;

    AccessInterceptor(AccessRule rule) {
        this.rule = rule;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        rule.check(handler);
        return true;
    }
}
