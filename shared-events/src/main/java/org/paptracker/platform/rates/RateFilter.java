package org.paptracker.platform.rates;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Addresses;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.WhoIsAsking;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Nobody takes the service from the others: each caller by name, and who has not signed in by address and a fifth as
 * often, may ask so many times a second. Health and metrics may always be asked for.
 */
@Component
@Order(-2) // after security, which says who asks; before anything that costs more than a refusal
class RateFilter extends OncePerRequestFilter {
    private final HandlerExceptionResolver problems;
    private final WhoIsAsking who;
    private final ObjectProvider<Cost> costs;
    private final @Nullable Rates known;
    private final @Nullable Rates unknown;

    /** @param perSecond requests of one caller; 0 for no limit */
    RateFilter(
            @Lazy HandlerExceptionResolver handlerExceptionResolver,
            WhoIsAsking who,
            ObjectProvider<Cost> costs,
            @Value("${pap.rate-limit}") int perSecond) {
        problems = handlerExceptionResolver;
        this.who = who;
        this.costs = costs;
        known = perSecond > 0 ? new Rates(perSecond) : null;
        unknown = perSecond > 0 ? new Rates(Math.max(1, perSecond / 5)) : null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return known == null || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait;
        try {
            wait = ask(request);
        } catch (IllegalStateException e) { // parameters that can't be read: ProblemHandler knows them
            problems.resolveException(request, response, null, e);
            return;
        }
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        problems.resolveException(request, response, null, new Refused(tooMany(wait)));
    }

    private Duration ask(HttpServletRequest request) {
        int cost = costs.orderedStream().mapToInt(one -> one.of(request)).reduce(1, Math::max);
        Caller caller = who.caller();
        Rates rates = caller.role() == Role.ANONYMOUS ? unknown : known;
        String key = caller.role() == Role.ANONYMOUS ? Addresses.network(request.getRemoteAddr()) : caller.name();
        return rates == null ? Duration.ZERO : rates.ask(key, cost);
    }

    private static Problem tooMany(Duration wait) {
        long seconds = Problem.seconds(wait);
        String left = seconds == 1 ? "1 second" : seconds + " seconds";
        return Problem.tooMany("request.too-many", "Too many requests. Try again in %s.".formatted(left), wait);
    }
}
