package org.paptracker.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.paptracker.log.MongoEventLog;
import org.paptracker.people.People;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over an embedded store, asked only by HTTP. */
public final class CommandService implements AutoCloseable {
    private static final String PASSWORD = "for-tests-only";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger PLANS = new AtomicInteger();

    /** Where the local users have their work: in every plan that a test makes, and in those that tests have in files. */
    private static final String HOME = "oxfordshire-pap,"
            + IntStream.rangeClosed(1, 2_000)
                    .mapToObj(number -> "plan-" + number)
                    .collect(Collectors.joining(","));

    private static CommandService shared;

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private CommandService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One for all tests that only need plans of their own; it ends with the process. */
    public static synchronized CommandService shared() {
        if (shared == null) {
            try {
                shared = start(Files.createTempDirectory("command-service"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /**
     * @param settings names and values in turn
     */
    public static CommandService start(Path directory, String... settings) {
        return start(directory, List.of(), settings);
    }

    /** @param more configuration that only a test needs */
    public static CommandService start(Path directory, List<Class<?>> more, String... settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("pap.data", directory);
        properties.put("pap.store-port", 0);
        // The embedded store says where it really is.
        properties.put("spring.mongodb.uri", "mongodb://127.0.0.1:1/paptracker");
        properties.put("pap.local-password", PASSWORD);
        properties.put("pap.home-plans", HOME);
        for (int i = 0; i < settings.length; i += 2) properties.put(settings[i], settings[i + 1]);
        return new CommandService(new SpringApplicationBuilder(CommandServiceApplication.class)
                .sources(more.toArray(Class<?>[]::new))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public Path directory() {
        return Path.of(context.getEnvironment().getRequiredProperty("pap.data"));
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    public long position() {
        return bean(MongoEventLog.class).position();
    }

    public List<? extends DomainEventMessage<?>> stream(String stream) {
        return bean(EventStore.class).readEvents(stream, 0).asStream().toList();
    }

    /** The name of the person whom an entry's pseudonym stands for. */
    public String actor(DomainEventMessage<?> entry) {
        String pseudonym = (String) entry.getMetaData().get("actor");
        assertThat(pseudonym).matches("person-[a-z2-7]{26}");
        return name(pseudonym);
    }

    /** Of a person whom the directory knows. */
    public String name(String pseudonym) {
        return requireNonNull(bean(People.class).person(pseudonym)).name();
    }

    /** A plan that no other test knows, registered with area PA3, theme T1 and organisation OCC; answers its path. */
    public String plan() {
        String path = "/api/v1/plans/plan-" + PLANS.incrementAndGet();
        put("office", path, REGISTRATION).is(201);
        return path;
    }

    public static final String REGISTRATION = """
        {"title": "SEND priority action plan", "type": "PAP", "localArea": "Oxfordshire",
         "organisations": [{"code": "OCC", "name": "The council"}],
         "areas": [{"code": "PA3", "kind": "PRIORITY_ACTION", "number": 3, "accountableBody": "OCC"}],
         "themes": [{"code": "T1", "title": "Early help"}],
         "boards": [{"code": "SIAB", "title": "The board"}]}\
        """;

    public static final String AGREEMENT = """
        {"title": "Clear the backlog", "areas": ["PA3"], "themes": ["T1"], "organisations": ["OCC"], "dueOn": "2025-04"}\
        """;

    /** An action in a plan of its own, with one milestone; answers the action's path. */
    public String action() {
        String path = plan() + "/actions/PA3-01";
        put("office", path, AGREEMENT).is(201);
        put(
                        "office",
                        path + "/milestones/PA3-01.1",
                        "{\"title\": \"Every overdue case assessed\", \"dueOn\": \"2025-04\"}")
                .is(201);
        return path;
    }

    /** The path of a decision that the office has proposed to the board of a plan. */
    public String proposed(String plan, String decision) {
        String path = plan + "/decisions/" + decision;
        post("office", path + "/proposal", "{\"title\": \"A\", \"text\": \"As asked\", \"board\": \"SIAB\"}")
                .is(201);
        return path;
    }

    public Answer put(String user, String path, String body, String... headers) {
        return send("PUT", user, path, body, headers);
    }

    public Answer post(String user, String path, String body, String... headers) {
        return send("POST", user, path, body, headers);
    }

    public Answer get(String path) {
        return send("GET", null, path, "");
    }

    public Answer send(String method, String user, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (Stream.of(headers).noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        if (user != null) request.header("Authorization", basic(user));
        if (headers.length > 0) request.headers(headers);
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a person sends who has a file. */
    public Answer upload(String user, String path, String type, byte[] file, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .header("Content-Type", type)
                .header("Authorization", basic(user));
        if (headers.length > 0) request.headers(headers);
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> download(String user, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", basic(user))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public Answer is(int status) {
            if (status() != status) throw new AssertionError("Not " + status + " but " + status() + ": " + body());
            return this;
        }

        /** A problem with this code. */
        public Answer is(int status, String code) {
            is(status);
            if (!header("Content-Type").startsWith("application/problem+json")) {
                throw new AssertionError("No problem details: " + header("Content-Type") + " " + body());
            }
            if (!json().path("code").asString("").equals(code)) throw new AssertionError(code + " expected: " + body());
            return this;
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The message about a field; what is there instead, if there is none. */
        public String error(String field) {
            for (JsonNode error : json().path("errors")) {
                if (error.path("field").asString("").equals(field))
                    return error.path("message").asString("");
            }
            return "no error on " + field + ": " + body();
        }
    }
}
