package org.paptracker.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program sends to one of the services, in the name of a local user. */
final class Http {
    static final String PASSWORD = "only-for-these-faults";
    static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration VIEWS_CATCH_UP = Duration.ofMinutes(3);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    /**
     * A command, to be sent until it is acknowledged.
     *
     * @param key under which a repeat is no second one
     * @param events how many it puts into the log
     */
    record Command(String user, String method, String path, String type, String body, String key, int events) {
        /** As the log knows it. */
        String keyInLog() {
            return RequestKey.inLog(user, key);
        }

        static Command json(String user, String method, String path, String body, String key) {
            return new Command(user, method, path, JSON, body, key, 1);
        }
    }

    static HttpResponse<String> send(String service, Command command) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + command.path()))
                .timeout(PATIENCE)
                .header("Authorization", basic(command.user()))
                .header("Content-Type", command.type())
                .header("Idempotency-Key", command.key())
                .method(command.method(), HttpRequest.BodyPublishers.ofString(command.body()))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @param position that the views must have come to first; 0 for none */
    static HttpResponse<String> get(String service, String user, String path, long position)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .header("Authorization", basic(user));
        if (position > 0) request.header("X-Log-Position", Long.toString(position));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The answer's body, once the views have come to a position. */
    static String awaited(String service, String user, String path, long position)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + VIEWS_CATCH_UP.toNanos();
        while (true) {
            HttpResponse<String> answer = get(service, user, path, position);
            if (answer.statusCode() == 200) return answer.body();
            if (answer.statusCode() != 503 || System.nanoTime() > deadline)
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** What comes of a verification, once the views have come to a position. */
    static String verified(String service, long position) throws IOException, InterruptedException {
        awaited(service, "reviewer", "/api/v1/plans", position);
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/v1/audit/verification"))
                .timeout(PATIENCE)
                .header("Authorization", basic("reviewer"))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    static int statusOf(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** Where in the log an acknowledged command stands. */
    static long position(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("X-Log-Position").orElseThrow());
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
