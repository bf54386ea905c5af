package org.paptracker.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.paptracker.log.LogReader;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Callers who send back the {@code X-Log-Position} of a command wait until the views have come that far. */
@Configuration
class ReadYourWrites implements WebMvcConfigurer, HandlerInterceptor {
    private static final String HEADER = "X-Log-Position";

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final ProjectionPositions positions;
    private final LogReader log;

    ReadYourWrites(ProjectionPositions positions, LogReader log) {
        this.positions = positions;
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getHeader(HEADER);
        if (wanted != null) require(wanted);
        return true;
    }

    private void require(String wanted) {
        if (!POSITION.matcher(wanted).matches()) {
            throw new Refused(Problem.malformed(HEADER, "must be a position in the log: a whole number"));
        }
        long position = Long.parseLong(wanted);
        // Nobody is kept waiting for what is not there: a command's answer names what has been recorded.
        if (position > positions.least() && position > log.position()) {
            throw new Refused(Problem.malformed(HEADER, "is a position that the log has not come to"));
        }
        positions.require(position);
    }
}
