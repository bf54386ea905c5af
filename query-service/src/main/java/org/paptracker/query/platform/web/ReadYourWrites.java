package org.paptracker.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who sends back the {@code X-Log-Position} of a command waits until the views have come that far. */
@Configuration
class ReadYourWrites implements WebMvcConfigurer, HandlerInterceptor {
    private static final String HEADER = "X-Log-Position";

    private final ProjectionPositions positions;

    ReadYourWrites(ProjectionPositions positions) {
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getHeader(HEADER);
        if (wanted != null) positions.require(parse(wanted));
        return true;
    }

    private static long parse(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            throw new Refused(Problem.malformed(HEADER, "must be a position in the log: a whole number"));
        }
    }
}
