package org.paptracker.query.readaccess;

import java.lang.reflect.Constructor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.Everything;
import org.paptracker.query.QueryService;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.platform.web.FromQuery;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every question that anybody may ask, taken from the endpoints themselves: a new one is asked too, and fails here if
 * nobody says what its parameters can be.
 */
final class Questions {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BEFORE = Pattern.compile("before=(\\d+)");
    private static final Pattern RECORDED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern REQUEST = Pattern.compile("\"requestId\":\"[^\"]*\"");
    private static final Pattern HERE = Pattern.compile("127\\.0\\.0\\.1:\\d+");
    private static final Pattern ROOT = Pattern.compile("\"checkpoint\":\"(\\\\.|[^\"\\\\])*\"");
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_CONSTANTS = 4; // what a filter does is the same for each

    /** Parameters that say which part of history is asked about: each is asked together with each other of them. */
    private static final Set<String> WHEN = Set.of("knownAt", "effectiveAt", "acrossPlans");

    private final Map<String, List<String>> values;
    private final Map<String, List<String>> codes = new HashMap<>();

    /** @param values for variables of paths and for parameters, by name */
    Questions(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param template of the path
     * @param accept a media type
     */
    record Question(String template, String path, String accept) {
        @Override
        public String toString() {
            return path + " (" + accept + ")";
        }
    }

    /** Every third of them, beginning anywhere. */
    static List<Question> aThird(List<Question> questions, long from) {
        return IntStream.range(0, questions.size())
                .filter(number -> (number + from) % 3 == 0)
                .mapToObj(questions::get)
                .toList();
    }

    List<Question> of(QueryService service) {
        for (FamilyViews<?, ?> views : service.beans(FamilyViews.class)) {
            codes.put(views.slice().kind(), codes(views));
        }
        List<Question> questions = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : service.beans(RequestMappingHandlerMapping.class)) {
            new TreeMap<>(byPath(mapping))
                    .values()
                    .forEach(each -> questions.addAll(of(each.getKey(), each.getValue())));
        }
        return questions;
    }

    private static Map<String, Map.Entry<RequestMappingInfo, HandlerMethod>> byPath(
            RequestMappingHandlerMapping mapping) {
        Map<String, Map.Entry<RequestMappingInfo, HandlerMethod>> byPath = new LinkedHashMap<>();
        mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> {
                    RequiresRight needs = each.getValue().getMethodAnnotation(RequiresRight.class);
                    boolean ofTheApi =
                            each.getKey().getPatternValues().iterator().next().startsWith("/api/");
                    return ofTheApi && needs != null && needs.value() == Right.READ;
                })
                .forEach(each -> byPath.put(each.getKey().toString(), each));
        return byPath;
    }

    private List<Question> of(RequestMappingInfo info, HandlerMethod method) {
        String accept = info.getProducesCondition().getProducibleMediaTypes().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("application/json");
        String template = info.getPatternValues().iterator().next();
        List<Question> questions = new ArrayList<>();
        List<String> paths = paths(template);
        for (String path : paths) {
            // What can be narrowed is narrowed in one plan; of others it is asked as it is.
            Set<String> queries = path.contains(all("plan").get(0)) ? queries(method) : Set.of(required(method));
            for (String query : queries) questions.add(new Question(template, path + query, accept));
        }
        return questions;
    }

    private List<String> paths(String template) {
        Matcher variable = VARIABLE.matcher(template);
        if (!variable.find()) return List.of(template);
        return all(variable.group(1)).stream()
                .flatMap(value -> paths(template.replace(variable.group(), value)).stream())
                .toList();
    }

    private List<String> all(String name) {
        List<String> known = values.getOrDefault(name, codes.get(name));
        if (known == null) throw new AssertionError("Say here what " + name + " can be");
        return known;
    }

    /** Those of a few that there are, and of none. */
    private static List<String> codes(FamilyViews<?, ?> views) {
        Stream<String> some = views.all(Everything.asAt(null, null, LocalDate.EPOCH)).stream()
                .map(view -> view.code().toString())
                .limit(MOST_CONSTANTS);
        return Stream.concat(some, Stream.of("none")).toList();
    }

    private String required(HandlerMethod method) {
        return with(method, Map.of());
    }

    private Set<String> queries(HandlerMethod method) {
        Set<String> queries = new LinkedHashSet<>();
        queries.add(required(method));
        List<Parameter> parameters = parameters(method);
        for (Parameter one : parameters) {
            for (String value : one.values()) {
                queries.add(with(method, Map.of(one.name(), value)));
                if (!WHEN.contains(one.name())) continue;
                for (Parameter other : parameters) {
                    if (!WHEN.contains(other.name()) || other.equals(one)) continue;
                    queries.add(with(
                            method,
                            new TreeMap<>(Map.of(
                                    one.name(),
                                    value,
                                    other.name(),
                                    other.values().get(0)))));
                }
            }
        }
        return queries;
    }

    private String with(HandlerMethod method, Map<String, String> given) {
        Stream<String> needed = parameters(method).stream()
                .filter(one -> one.isRequired() && !given.containsKey(one.name()))
                .map(one -> one.name() + "=" + one.values().get(0));
        return query(Stream.concat(needed, given.entrySet().stream().map(Object::toString)));
    }

    private static String query(Stream<String> parameters) {
        String query = String.join("&", parameters.toList());
        return query.isEmpty() ? "" : "?" + query.replace(" ", "%20");
    }

    /** @param values that are tried */
    private record Parameter(String name, boolean isRequired, List<String> values) {}

    private List<Parameter> parameters(HandlerMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        for (MethodParameter one : method.getMethodParameters()) {
            if (one.getParameterType() == AsAt.class) {
                for (String when : List.of("knownAt", "effectiveAt"))
                    parameters.add(new Parameter(when, false, all(when)));
            } else if (one.getParameterType().isAnnotationPresent(FromQuery.class)) {
                for (MethodParameter component : components(one.getParameterType())) {
                    if (name(component).equals("cursor")) continue; // pages are followed
                    parameters.add(new Parameter(name(component), false, of(component)));
                }
            } else if (one.hasParameterAnnotation(RequestParam.class)
                    && !name(one).equals("cursor")) { // pages are followed
                parameters.add(new Parameter(name(one), isRequired(one), of(one)));
            }
        }
        return parameters;
    }

    private static List<MethodParameter> components(Class<?> type) {
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
        return IntStream.range(0, constructor.getParameterCount())
                .mapToObj(i -> new MethodParameter(constructor, i))
                .toList();
    }

    private static boolean isRequired(MethodParameter one) {
        RequestParam annotation = one.getParameterAnnotation(RequestParam.class);
        return !one.isOptional() && annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static String name(MethodParameter one) {
        one.initParameterNameDiscovery(NAMES);
        return String.valueOf(one.getParameterName());
    }

    private List<String> of(MethodParameter one) {
        Class<?> type =
                one.getParameterType() == List.class ? one.nested().getNestedParameterType() : one.getParameterType();
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .limit(MOST_CONSTANTS)
                    .toList();
        if (type == Boolean.class || type == boolean.class) return List.of("true", "false");
        if (type == LocalDate.class) return List.of("2024-12-01", "2100-01-01");
        if (type == int.class || type == Integer.class) return List.of("1");
        return all(name(one));
    }

    /** The answer, and those of all the pages that follow: status, headers that tell of what is in it, and body. */
    static List<String> answers(QueryService service, String user, Question question) {
        List<String> answers = new ArrayList<>();
        String path = question.path();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            HttpResponse<String> answer = ask(service, user, path, question.accept());
            answers.add(told(answer));
            String next = next(service, answer);
            if (next == null) return answers;
            String name = question.template().endsWith("/audit") ? "before" : "cursor";
            path = question.path().replaceAll("[?&]" + name + "=[^&]*", "");
            path += (path.contains("?") ? "&" : "?") + name + "=" + next;
        }
        throw new AssertionError("No end to " + question);
    }

    /** Not over a header that waits for views: nothing is told while it asks. */
    private static HttpResponse<String> ask(QueryService service, String user, String path, String accept) {
        HttpRequest.Builder request = service.request(path).header("Accept", accept);
        if (!user.equals(QueryService.ANONYMOUS)) request.header("Authorization", service.basic(user));
        return service.send(request.build());
    }

    private static String next(QueryService service, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) return null;
        String link = answer.headers().firstValue("Link").orElse("");
        Matcher before = BEFORE.matcher(link);
        if (before.find()) return before.group(1);
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) return null;
        if (!answer.body().contains("\"next\"")) return null;
        var next = service.parse(answer.body()).path("next");
        return next.isString() ? next.asString() : null;
    }

    /**
     * Without what differs between two logs that hold the same: when each entry was recorded, which is a moment of the
     * test, and so the hash of a pack; the name of the request; the port; and the root of the tree over all that was
     * recorded, no matter who can see it.
     */
    private static String told(HttpResponse<String> answer) {
        String told = answer.statusCode() + " "
                + answer.headers().firstValue("X-Reach") + " "
                + answer.headers().firstValue("Link") + " "
                + (answer.uri().getPath().endsWith("/pack")
                        ? ""
                        : answer.headers().firstValue("ETag"))
                + "\n"
                + answer.body();
        told = RECORDED.matcher(told).replaceAll("(recorded)");
        told = REQUEST.matcher(told).replaceAll("\"requestId\":\"(mine)\"");
        told = HERE.matcher(told).replaceAll("(here)");
        return ROOT.matcher(told).replaceAll("\"checkpoint\":\"(root)\"");
    }
}
