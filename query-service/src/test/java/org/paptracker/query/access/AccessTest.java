package org.paptracker.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.platform.security.Role;
import org.paptracker.query.QueryService;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may read what, asked of the running service by everybody at every door. */
class AccessTest {
    /** Of the frameworks', guarded by their paths. */
    private static final Set<String> NOT_OURS = Set.of(
            "/error",
            "/actuator",
            "/actuator/health",
            "/actuator/health/**",
            "/actuator/prometheus",
            "/v3/api-docs",
            "/v3/api-docs.yaml");

    private static final String PLANTED = "/api/v1/planted";

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(AccessTest.class);
    }

    private static List<Endpoint> endpoints() {
        return Endpoint.all(service.beans(RequestMappingInfoHandlerMapping.class));
    }

    private static List<String> withoutARight() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.isOurs() ? !endpoint.namesARight() : !NOT_OURS.contains(endpoint.path()))
                .map(Endpoint::name)
                .toList();
    }

    private static HttpResponse<String> ask(String method, @Nullable Role role, String path, @Nullable String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (accept != null) request.header("Accept", accept);
        String user = role == null ? null : AccessTable.USERS.get(role);
        if (user != null) request.header("Authorization", service.basic(user));
        return service.send(request.build());
    }

    private static String code(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                ? service.parse(answer.body()).path("code").asString("")
                : "";
    }

    @Test
    void every_endpoint_names_the_right_it_needs() {
        assertThat(endpoints().stream().filter(Endpoint::isOurs)).hasSizeGreaterThan(30);
        assertThat(withoutARight()).isEmpty();
    }

    /** Nobody put a right on it. */
    static final class OpenDoor {
        String open() {
            return "Come in";
        }
    }

    @Test
    void one_that_names_none_is_found_and_answers_nobody() throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping = service.beans(RequestMappingHandlerMapping.class).stream()
                .filter(one -> one.getHandlerMethods().size() > 10)
                .findFirst()
                .orElseThrow();
        RequestMappingInfo planted = RequestMappingInfo.paths(PLANTED)
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        Method open = OpenDoor.class.getDeclaredMethod("open");
        mapping.registerMapping(planted, new OpenDoor(), open);
        try {
            assertThat(withoutARight()).containsExactly("GET /planted");
            for (Role role : Role.values()) {
                assertThat(ask("GET", role, PLANTED, null).statusCode()).isEqualTo(role == Role.ANONYMOUS ? 401 : 403);
            }
        } finally {
            mapping.unregisterMapping(planted);
        }
    }

    @Test
    void everybody_gets_through_where_the_document_says_so_and_nowhere_else() {
        List<Endpoint> asked = endpoints().stream()
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .toList();

        String table = AccessTable.of(asked, AccessTest::isLetThrough);

        assertThat(AccessTable.documented("What the query-service lets in"))
                .as("docs/access.md should hold this table:\n%s", table)
                .isEqualTo(table);
    }

    private static boolean isLetThrough(Endpoint endpoint, Role role) {
        HttpResponse<String> answer = ask(endpoint.method(), role, endpoint.address(), endpoint.answers());
        boolean refused = Set.of("request.forbidden", "request.unauthenticated").contains(code(answer));
        assertThat(answer.statusCode())
                .as("%s as %s: %s", endpoint.name(), role, answer.body())
                .isIn(refused ? Set.of(role == Role.ANONYMOUS ? 401 : 403) : Set.of(200, 400, 403, 404, 409));
        return !refused;
    }

    @Test
    void asking_for_the_head_alone_needs_the_same_right() {
        for (Role role : List.of(Role.METRICS, Role.PARENT_CARER_FORUM, Role.ANONYMOUS)) {
            assertThat(ask("HEAD", role, "/api/v1/audit/export", null).statusCode())
                    .isEqualTo(role == Role.ANONYMOUS ? 401 : 403);
        }
    }

    @Test
    void health_and_the_description_are_open_and_only_some_roles_get_the_metrics() {
        for (String open : List.of("/actuator/health/liveness", "/v3/api-docs")) {
            assertThat(ask("GET", null, open, null).statusCode()).isEqualTo(200);
        }
        for (Role role : Role.values()) {
            int expected = switch (role) {
                case METRICS, PROGRAMME_OFFICE -> 200;
                case ANONYMOUS -> 401;
                default -> 403;
            };
            assertThat(ask("GET", role, "/actuator/prometheus", null).statusCode())
                    .as(role.name())
                    .isEqualTo(expected);
        }
    }
}
