package org.paptracker.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Somebody who records and asks over HTTP, and takes nothing but the answer that was meant. */
final class Caller {
    static final String PASSWORD = "only-for-the-bench";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String service;
    private final @Nullable String authorization;

    private Caller(String service, @Nullable String authorization) {
        this.service = service;
        this.authorization = authorization;
    }

    /** @param service {@code http://host:port} */
    static Caller as(String user, String service) {
        byte[] login = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return new Caller(service, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /** Has not signed in. */
    static Caller anonymous(String service) {
        return new Caller(service, null);
    }

    private HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service + path)).timeout(PATIENCE);
        if (authorization != null) request.header("Authorization", authorization);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** With any status. */
    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        return CLIENT.send(to(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @throws IllegalStateException if it is not answered with 200, or 304 */
    void get(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path, headers);
        if (answer.statusCode() != 200 && answer.statusCode() != 304) throw refused(path, answer);
    }

    /** Asks the endpoint that reads nothing. */
    void getNothing() throws IOException, InterruptedException {
        get("/actuator/health/liveness");
    }

    /** Once the views have come to that position, however long it takes. */
    void await(long position, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        do {
            answer = ask(path, "X-Log-Position", Long.toString(position));
        } while (answer.statusCode() == 503);
        if (answer.statusCode() != 200) throw refused(path, answer);
    }

    /** Records something; the position that it has in the log. */
    long post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest request = to(path, "Content-Type", "application/json", "Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw refused(path, answer);
        return answer.headers().firstValueAsLong("X-Log-Position").orElseThrow();
    }

    private static IllegalStateException refused(String path, HttpResponse<String> answer) {
        return new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
}
