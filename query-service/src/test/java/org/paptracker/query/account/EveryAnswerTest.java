package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.query.QueryService;

/** What a browser may do with an answer stands on each of them, errors included. */
class EveryAnswerTest {
    private static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String FOR_PAGES =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(EveryAnswerTest.class);
    }

    private static void assertSafe(HttpResponse<String> answer, String policy) {
        Map.of(
                        "Content-Security-Policy", policy,
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", policy.equals(FOR_DATA) ? "no-referrer" : "same-origin",
                        "Cache-Control", "no-store",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin")
                .forEach((name, value) -> assertThat(answer.headers().allValues(name))
                        .as("%s %d: %s", answer.uri(), answer.statusCode(), name)
                        .containsExactly(value));
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")
                        || name.equalsIgnoreCase("server")
                        || name.equalsIgnoreCase("x-powered-by"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/plans, 200",
        "GET, /api/v1/redactions, 401",
        "GET, /api/v1/plans?limit=0, 400",
        "GET, /api/v1/plans/nope, 404",
        "GET, /api/v1/nope, 404",
        "GET, /api/v1/plans/%00, 400",
        "GET, /api/v1/plans;x=1, 400",
        "POST, /api/v1/plans, 403",
        "GET, /actuator/health, 200",
        "GET, /actuator/prometheus, 401",
        "GET, /v3/api-docs, 200"
    })
    void of_the_api(String method, String path, int status) {
        HttpResponse<String> answer = service.send(request(path)
                .header("Origin", "https://elsewhere.example")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertSafe(answer, FOR_DATA);
    }

    @ParameterizedTest
    @CsvSource({"/sign-in, 200", "/account, 302", "/pages/style.css, 200", "/nope, 404"})
    void of_a_page(String path, int status) {
        HttpResponse<String> answer = service.send(request(path).build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertSafe(answer, FOR_PAGES);
    }

    @Test
    void to_a_caller_without_the_right() {
        HttpResponse<String> answer = service.send(request("/api/v1/redactions")
                .header("Authorization", service.basic("lead-t1"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertSafe(answer, FOR_DATA);
    }

    @Test
    void to_a_wrong_password_and_to_too_many() {
        for (int i = 0; i <= 10; i++) {
            HttpResponse<String> answer = service.send(request("/api/v1/plans")
                    .header("Authorization", "Basic bGVhZC10Mzp3cm9uZw==") // lead-t3:wrong
                    .build());
            assertThat(answer.statusCode()).isEqualTo(i < 10 ? 401 : 429);
            assertSafe(answer, FOR_DATA);
            if (i == 10) {
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
                assertThat(answer.body()).contains("request.too-many-passwords");
            }
        }
    }

    @Test
    void to_what_is_too_large() {
        HttpResponse<String> answer = service.send(request("/api/v1/nope")
                .header("Authorization", service.basic("reviewer"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300 * 1024]))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertSafe(answer, FOR_DATA);
    }

    @Test
    void no_other_site_may_ask_for_a_browser() {
        HttpResponse<String> answer = service.send(request("/api/v1/plans")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertSafe(answer, FOR_DATA);
    }

    @Test
    void a_request_is_never_sent_back() throws IOException {
        String answer =
                raw("TRACE /api/v1/plans HTTP/1.1\r\nHost: x\r\nX-Word: planted-word\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").contains(FOR_DATA).doesNotContain("planted-word");
    }

    @Test
    void what_is_no_request_shows_nothing_of_the_server() throws IOException {
        for (String nonsense : List.of(
                "GET /api/v1/plans/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /\\planted-word HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "planted-word\r\n\r\n")) {
            assertThat(raw(nonsense))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("planted-word")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("\tat ");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
