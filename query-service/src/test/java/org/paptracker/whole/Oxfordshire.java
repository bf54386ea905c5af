package org.paptracker.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both services with the data set that is shipped, on ports of their own, asked as a reviewer asks. */
final class Oxfordshire implements AutoCloseable {
    static final String PASSWORD = "only-for-these-facts";

    private final Started services;
    private final int commandPort;
    private final int port;
    private final int storePort;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String position;
    private final List<JsonNode> history;

    private Oxfordshire(Started services, List<Integer> ports) {
        this.services = services;
        commandPort = ports.get(0);
        port = ports.get(1);
        storePort = ports.get(2);
        JsonNode actions = json.readTree(get("office", "/api/v1/projections/actions", "0"));
        position = String.valueOf(
                actions.path("position").asLong() + actions.path("behind").asLong());
        history = all("/audit", "before");
    }

    static Oxfordshire start(Path directory) {
        List<Integer> ports = Ports.free(3);
        Started services = Started.services(
                directory,
                Map.of(
                        "PAP_DATA", directory.resolve("data").toString(),
                        "PAP_LOCAL_PASSWORD", PASSWORD,
                        "PAP_RATE_LIMIT", "0", // tests ask faster than people
                        "PAP_COMMAND_PORT", ports.get(0).toString(),
                        "PAP_QUERY_PORT", ports.get(1).toString(),
                        "PAP_STORE_PORT", ports.get(2).toString()));
        try {
            return new Oxfordshire(services.awaitLine("ready", Duration.ofMinutes(3)), ports);
        } catch (RuntimeException | Error e) {
            services.close();
            throw e;
        }
    }

    /** What the query API answers below the plan; {@code ""} for the plan itself. */
    JsonNode plan(String path) {
        return json.readTree(get("reviewer", "/api/v1/plans/oxfordshire-pap" + path));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) {
        return all(path, "cursor");
    }

    private List<JsonNode> all(String path, String cursor) {
        List<JsonNode> items = new ArrayList<>();
        String start = path + (path.contains("?") ? "&" : "?") + "limit=200";
        JsonNode page = plan(start);
        while (true) {
            page.path("items").forEach(items::add);
            if (!page.has("next")) return items;
            page = plan(start + "&" + cursor + "="
                    + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8));
        }
    }

    /** The documents from which anything was recorded about a subject, by the history of the plan. */
    Set<String> sources(String type, String code) {
        return history.stream()
                .filter(entry -> entry.at("/subject/type").asString().equals(type)
                        && entry.at("/subject/code").asString().equals(code))
                .map(entry -> entry.path("source").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The document from which an event of a type was recorded about a subject; of several the latest. */
    String source(String event, String type, String code) {
        return history.stream()
                .filter(entry -> entry.path("type").asString().equals(event)
                        && entry.at("/subject/type").asString().equals(type)
                        && entry.at("/subject/code").asString().equals(code))
                .map(entry -> entry.path("source").asString(""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing of " + event + " about " + type + " " + code));
    }

    /** The whole history of the plan, the newest first. */
    List<JsonNode> history() {
        return history;
    }

    int commandPort() {
        return commandPort;
    }

    int queryPort() {
        return port;
    }

    /** Where the embedded store listens, for tests that go behind the services' backs. */
    String store() {
        return "mongodb://127.0.0.1:" + storePort;
    }

    /** What the query service answers, once its views have come to the end of what was loaded. */
    String get(String user, String path) {
        return get(user, path, position);
    }

    /** What comes of a verification that is run now. */
    String verified() {
        return sent(request("reviewer", "/api/v1/audit/verification")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private String get(String user, String path, String position) {
        return sent(request(user, path).header("X-Log-Position", position).build());
    }

    private HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    private String sent(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200)
                throw new AssertionError(request.uri() + ": " + response.statusCode() + " " + response.body());
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            services.stop();
        } finally {
            services.close();
        }
    }
}
