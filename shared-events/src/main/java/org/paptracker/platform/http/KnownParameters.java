package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.http.TakesParameters.Named;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters of the query that an endpoint does not take, that are empty, or that are given twice. Passed over, a
 * {@code dryrun} for {@code dryRun} would record what somebody wanted to try.
 */
@Configuration
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final int AFTER_THE_RIGHTS = 10;

    private final ObjectProvider<TakesParameters> others;
    private final Map<HandlerMethod, Map<String, Named>> known = new ConcurrentHashMap<>();

    KnownParameters(ObjectProvider<TakesParameters> others) {
        this.others = others;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(AFTER_THE_RIGHTS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Map<String, String[]> given = request.getParameterMap();
        if (given.isEmpty() || !(handler instanceof HandlerMethod method)) return true;
        Map<String, Named> takes = known.computeIfAbsent(method.createWithResolvedBean(), this::parameters);
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            FieldError error = error(name, values, takes);
            if (error != null) errors.add(error);
        });
        if (!errors.isEmpty()) throw new Refused(Problem.malformed(errors));
        return true;
    }

    private static @Nullable FieldError error(String name, String[] values, Map<String, Named> takes) {
        Named taken = takes.get(name);
        if (taken == null || !taken.name().equals(name)) {
            return new FieldError(WrittenText.shown(name), "request.unknown-parameter", unknown(taken, takes));
        }
        if (Arrays.stream(values).anyMatch(KnownParameters::isEmpty)) {
            return new FieldError(name, "request.invalid-value", "is empty: give it a value or leave it out");
        }
        if (values.length > 1 && !taken.isList()) {
            return new FieldError(
                    name, "request.invalid-value", "is given %d times: give it once".formatted(values.length));
        }
        return null;
    }

    /** A no-break space is no value either. */
    private static boolean isEmpty(String value) {
        return value.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String unknown(@Nullable Named meant, Map<String, Named> takes) {
        if (meant != null) return "is not a known parameter: write it " + meant.name();
        if (takes.isEmpty()) return "is not a known parameter: this address takes none";
        return "is not a known parameter: this address takes "
                + String.join(", ", takes.values().stream().map(Named::name).toList());
    }

    /** By name, whatever its case. */
    private Map<String, Named> parameters(HandlerMethod method) {
        Map<String, Named> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (MethodParameter argument : method.getMethodParameters()) {
            argument.initParameterNameDiscovery(NAMES);
            List<Named> parameters = argument.hasParameterAnnotation(RequestParam.class)
                    ? List.of(Named.of(argument))
                    : others.stream()
                            .flatMap(one -> one.parameters(argument).stream())
                            .toList();
            parameters.forEach(parameter -> all.put(parameter.name(), parameter));
        }
        return all;
    }
}
