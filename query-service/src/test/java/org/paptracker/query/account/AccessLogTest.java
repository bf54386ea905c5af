package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;
import org.paptracker.values.Sha256;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Who asked for what, in a file of its own, without a word of what was asked. */
@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest {
    private static final String WORD = "Somebody-by-name";

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.startWith(
                directory, "logging.file.name=" + directory.resolve("logs").resolve("query-service.log"));
    }

    @AfterAll
    static void stop() {
        service.close();
        // Spring leaves them for the service that starts next in this process.
        System.clearProperty("LOG_FILE");
        System.clearProperty("LOG_PATH");
    }

    private static JsonNode line(String requestId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> lines(requestId).size() == 1);
        return service.parse(lines(requestId).get(0));
    }

    private static List<String> lines(String requestId) {
        try (Stream<String> lines = Files.lines(directory.resolve("logs/query-service.log.access"))) {
            return lines.filter(line -> line.contains("\"" + hash(requestId) + "\""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As operators make it of an id that somebody tells them: docs/deployment.md. */
    private static String hash(String requestId) {
        return Sha256.hex(Sha256.begin(), requestId.getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    private static HttpRequest.Builder request(String path, String requestId) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("X-Request-Id", requestId);
    }

    @Test
    void a_line_says_who_asked_for_what_kind_of_thing_and_what_came_of_it() {
        HttpResponse<String> answer = service.send(request("/api/v1/plans/oxfordshire-pap/actions?area=PA3", "one")
                .header("Authorization", service.basic("reviewer"))
                .build());

        JsonNode line = line("one");
        assertThat(line.propertyNames())
                .containsExactly(
                        "time",
                        "requestId",
                        "clientRequestId",
                        "caller",
                        "role",
                        "method",
                        "pattern",
                        "status",
                        "ms",
                        "bytes");
        assertThat(line.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
        assertThat(line.path("caller").asString()).isEqualTo("reviewer");
        assertThat(line.path("role").asString()).isEqualTo("REVIEWER");
        assertThat(line.path("method").asString()).isEqualTo("GET");
        assertThat(line.path("pattern").asString()).isEqualTo("/api/v1/plans/{plan}/actions");
        assertThat(line.path("status").asInt()).isEqualTo(404);
        assertThat(line.path("ms").asLong()).isBetween(0L, 60_000L);
        assertThat(line.path("bytes").asLong()).isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void nobody_is_nobody() {
        service.send(request("/api/v1/redactions", "two").build());

        JsonNode line = line("two");
        assertThat(line.path("caller").asString()).isEqualTo("nobody");
        assertThat(line.path("status").asInt()).isEqualTo(401);
    }

    @Test
    void a_person_who_signs_in_on_a_page_is_seen_to() {
        Browser browser = new Browser(service.port());
        browser.signIn("board", "for-tests-only");
        browser.get("/account", "X-Request-Id", "three");

        assertThat(line("three").path("caller").asString()).isEqualTo("board");
        assertThat(line("three").path("pattern").asString()).isEqualTo("/account");
    }

    @Test
    void no_word_of_a_request_gets_into_any_log(CapturedOutput output) throws IOException {
        service.send(request("/api/v1/plans?limit=" + WORD + "&" + WORD + "=1", "four")
                .headers(
                        "X-Word",
                        WORD,
                        "User-Agent",
                        WORD,
                        "Referer",
                        "http://" + WORD,
                        "Cookie",
                        "pap_session=" + WORD)
                .header("Authorization", service.basic("reviewer"))
                .build());
        service.send(request("/api/v1/plans/" + WORD, "five")
                .method(WORD, HttpRequest.BodyPublishers.ofString("{\"" + WORD + "\": \"" + WORD + "\"}"))
                .header("Content-Type", "application/json; x=" + WORD)
                .build());
        service.send(request("/" + WORD, "six").build());
        service.send(request("/api/v1/plans", "seven")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((WORD + ":" + WORD).getBytes(StandardCharsets.UTF_8)))
                .build());
        HttpResponse<String> named = service.send(request("/nothing", WORD).build());
        assertThat(named.headers().firstValue("X-Request-Id")).contains(WORD);
        assertThat(service.parse(named.body()).path("requestId").asString()).isEqualTo(WORD);
        line(WORD);
        new Browser(service.port()).post("/sign-in", Map.of("name", WORD, "password", WORD));
        assertThat(line("five").path("method").asString()).isEqualTo("OTHER");
        assertThat(line("seven").path("status").asInt()).isEqualTo(401);
        line("four");
        line("six");

        try (Stream<Path> files = Files.walk(directory.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(WORD);
            }
        }
        assertThat(output.getAll()).doesNotContain(WORD);
    }
}
