package org.paptracker.query.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A way in, as the running service knows it.
 *
 * @param path its pattern
 * @param takes the type of body that it takes; null for any
 * @param answers the type that it answers with; null for any
 * @param isOurs false for what a framework serves
 */
record Endpoint(
        String method,
        String path,
        @Nullable String takes,
        @Nullable String answers,
        boolean isOurs,
        boolean namesARight) {
    static List<Endpoint> all(Collection<RequestMappingInfoHandlerMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::name))
                .toList();
    }

    private static List<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods(mapping).stream()
                        .map(method -> new Endpoint(
                                method,
                                path,
                                first(mapping.getConsumesCondition().getConsumableMediaTypes()),
                                first(mapping.getProducesCondition().getProducibleMediaTypes()),
                                handler.getBeanType().getName().startsWith("org.paptracker."),
                                handler.hasMethodAnnotation(RequiresRight.class))))
                .toList();
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().isEmpty()
                ? List.of("ANY")
                : mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
    }

    private static @Nullable String first(Collection<MediaType> types) {
        return types.isEmpty() ? null : types.iterator().next().toString();
    }

    /** Unlike any other's: {@code GET /plans/{plan}}. */
    String name() {
        String name = method + " " + path.replaceFirst("^/api/v1", "");
        return "text/csv".equals(answers) ? name + " (CSV)" : name;
    }

    /** Where to ask; there is nothing there. */
    String address() {
        return path.replace("{plan}", "nowhere").replaceAll("\\{[^}]+}", "999999");
    }
}
