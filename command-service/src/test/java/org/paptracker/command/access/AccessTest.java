package org.paptracker.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.REGISTRATION;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.platform.security.Role;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, asked of the running service by everybody at every door. */
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

    private final CommandService service = CommandService.shared();

    private List<Endpoint> endpoints() {
        return Endpoint.all(service.beans(RequestMappingInfoHandlerMapping.class));
    }

    private List<String> withoutARight() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.isOurs() ? !endpoint.namesARight() : !NOT_OURS.contains(endpoint.path()))
                .map(Endpoint::name)
                .toList();
    }

    @Test
    void every_endpoint_names_the_right_it_needs() {
        assertThat(endpoints().stream().filter(Endpoint::isOurs)).hasSizeGreaterThan(50);
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
        RequestMappingHandlerMapping mapping =
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo planted = RequestMappingInfo.paths(PLANTED)
                .methods(RequestMethod.POST)
                .options(mapping.getBuilderConfiguration())
                .build();
        Method open = OpenDoor.class.getDeclaredMethod("open");
        mapping.registerMapping(planted, new OpenDoor(), open);
        try {
            assertThat(withoutARight()).containsExactly("POST /planted");
            service.post(null, PLANTED, "").is(401, "request.unauthenticated");
            for (String user : AccessTable.USERS.values()) {
                service.post(user, PLANTED, "").is(403, "request.forbidden");
            }
        } finally {
            mapping.unregisterMapping(planted);
        }
    }

    @Test
    void everybody_gets_through_where_the_document_says_so_and_nowhere_else() {
        long before = service.position();
        List<Endpoint> asked = endpoints().stream()
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .toList();

        String table = AccessTable.of(asked, this::isLetThrough);

        assertThat(AccessTable.documented("What the command-service lets in"))
                .as("docs/access.md should hold this table:\n%s", table)
                .isEqualTo(table);
        assertThat(service.position()).isEqualTo(before);
    }

    private boolean isLetThrough(Endpoint endpoint, Role role) {
        String type = endpoint.takes() == null ? "application/json" : endpoint.takes();
        Answer answer = service.send(
                endpoint.method(), AccessTable.USERS.get(role), endpoint.address(), "{}", "Content-Type", type);
        String code = answer.json().path("code").asString("");
        boolean refused = Set.of("request.forbidden", "request.unauthenticated").contains(code);
        // Past the door there is nothing: a malformed request, about a plan that does not exist.
        assertThat(answer.status())
                .as("%s as %s: %s", endpoint.name(), role, answer.body())
                .isIn(refused ? Set.of(role == Role.ANONYMOUS ? 401 : 403) : Set.of(400, 403, 404, 409));
        return !refused;
    }

    @Test
    void health_and_the_description_are_open_and_only_some_roles_get_the_metrics() {
        for (String open : List.of("/actuator/health", "/actuator/health/readiness", "/v3/api-docs")) {
            service.get(open).is(200);
        }
        service.get("/actuator/prometheus").is(401, "request.unauthenticated");
        service.get("/actuator").is(401, "request.unauthenticated");
        AccessTable.USERS.forEach((role, user) -> {
            Answer answer = service.send("GET", user, "/actuator/prometheus", "");
            if (Set.of(Role.METRICS, Role.PROGRAMME_OFFICE).contains(role)) answer.is(200);
            else answer.is(403, "request.forbidden");
        });
    }

    @Test
    void a_refusal_says_who_may() {
        String verification = service.action() + "/milestones/PA3-01.1/completion/verification";
        assertThat(service.post("lead-t1", verification, "")
                        .is(403, "request.forbidden")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("Only the board may verify that a milestone is complete, reject the claim or reopen it."
                        + " Please ask the board.");
    }

    @Test
    void a_refused_caller_learns_nothing_from_what_was_sent_or_from_what_there_is() {
        String path = "/api/v1/plans/access-unknown";
        String refusal = refusal(service.put("reviewer", path, REGISTRATION));
        assertThat(refusal(service.put("reviewer", path, "{\"title\": "))).isEqualTo(refusal);
        assertThat(refusal(service.put("reviewer", path, "x".repeat(1_000_000))))
                .isEqualTo(refusal);
        assertThat(refusal(service.put("reviewer", path, REGISTRATION, "If-Match", "nonsense")))
                .isEqualTo(refusal);
        service.put("office", path, REGISTRATION).is(201);
        assertThat(refusal(service.put("reviewer", path, REGISTRATION))).isEqualTo(refusal);
        service.put("reviewer", "/api/v1/plans/No%20Plan", REGISTRATION).is(403, "request.forbidden");
    }

    private static String refusal(Answer answer) {
        return answer.is(403, "request.forbidden").body().replaceFirst("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void a_caller_without_the_right_is_told_so_before_the_body_is_there() throws IOException {
        String request = "PUT /api/v1/plans/access-body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\nAuthorization: "
                + CommandService.basic("reviewer") + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 403");
        }
    }
}
