package org.paptracker.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.log.CommitKeys;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.SignedByHand;
import org.paptracker.log.TwoDoors;
import org.paptracker.platform.security.LocalUsers;
import org.paptracker.platform.store.LogDatabase;
import org.paptracker.platform.store.StoreWatch;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over an embedded store, fed by writing straight to the log and asked only by HTTP. */
public final class QueryService implements AutoCloseable {
    /** Who has not signed in. */
    public static final String ANONYMOUS = "nobody";

    private static final String PASSWORD = "for-tests-only";
    private static final EventSerializer EVENTS = new EventSerializer();

    /** Plans in which the local users have their work. */
    private static final List<String> HOME =
            List.of(History.PLAN.value(), "dychmyg-pap", "plan-1", "plan-2", "plan-3", "plan-4");

    private static QueryService shared;

    private final AutoCloseable store;
    private final String uri;
    private final ConfigurableApplicationContext context;
    private final MongoEventLog log;
    private final Path directory;
    private final String plan;
    private final Map<String, Long> lengths = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    private QueryService(EmbeddedMongo store, Path directory, ConfigurableApplicationContext context) {
        this(
                store,
                store.connectionString(),
                context,
                context.getBean(LogDatabase.class).database(),
                directory,
                History.PLAN.value());
    }

    private QueryService(
            AutoCloseable store,
            String uri,
            ConfigurableApplicationContext context,
            MongoDatabase logOfWriters,
            Path directory,
            String plan) {
        this.store = store;
        this.uri = uri;
        this.context = context;
        this.directory = directory;
        this.plan = plan;
        log = MongoEventLog.builder()
                .database(logOfWriters)
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .clock(context.getBean(Clock.class))
                .proof(CommitKeys.in(directory).signing(logOfWriters))
                .build();
    }

    /** On a log that it can't write, in a database beside its own. */
    public static QueryService reading(TwoDoors store, Path directory) {
        new LocalUsers(directory, HOME).createIfMissing(PASSWORD);
        CommitKeys.in(directory).signing(store.databaseOfWriters("log"));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QueryServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--pap.data=" + directory,
                        "--pap.log-database=log",
                        "--spring.mongodb.uri=" + store.uriOfReaders() + "/views");
        return new QueryService(
                store, store.uriOfReaders(), context, store.databaseOfWriters("log"), directory, History.PLAN.value());
    }

    /** The log as the command-service writes it. */
    public MongoEventLog log() {
        return log;
    }

    /**
     * One for all tests that only need a plan of their own; it ends with the process. What a test tells and asks of the
     * plan of {@link History}, this one tells and asks of a plan that is called like the test.
     */
    public static synchronized QueryService shared(Class<?> test) {
        if (shared == null) {
            try {
                shared = start(Files.createTempDirectory("query-service"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new QueryService(
                shared.store,
                shared.uri,
                shared.context,
                shared.context.getBean(LogDatabase.class).database(),
                shared.directory,
                test.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** @param more configuration or handlers that only a test needs */
    public static QueryService start(Path directory, Class<?>... more) {
        EmbeddedMongo store = open(directory);
        new LocalUsers(directory, HOME).createIfMissing(PASSWORD);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QueryServiceApplication.class)
                .sources(more)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--pap.data=" + directory,
                        "--spring.mongodb.uri=" + store.connectionString() + "/paptracker");
        return new QueryService(store, directory, context);
    }

    /** As the command-service does, before anybody reads it. */
    private static EmbeddedMongo open(Path directory) {
        EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            CommitKeys.in(directory).signing(client.getDatabase("paptracker"));
        }
        return store;
    }

    /** Signs a commit that no rule has seen. */
    public Document signed(Document commit) {
        return SignedByHand.signed(directory, commit);
    }

    /** With settings of its own, each {@code name=value}. */
    public static QueryService startWith(Path directory, String... settings) {
        EmbeddedMongo store = open(directory);
        new LocalUsers(directory, HOME).createIfMissing(PASSWORD);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--pap.data=" + directory,
                "--spring.mongodb.uri=" + store.connectionString() + "/paptracker"));
        for (String setting : settings) arguments.add("--" + setting);
        return new QueryService(
                store,
                directory,
                new SpringApplicationBuilder(QueryServiceApplication.class).run(arguments.toArray(String[]::new)));
    }

    /** Another process of the service on the same store, as if it had a MongoDB; to be closed before this one. */
    public QueryService shadow(Path directory, String... settings) {
        String key;
        try {
            key = Files.readString(directory.resolve("audit-signing-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--pap.data=" + directory,
                "--pap.audit-signing-key=" + key,
                "--pap.mongodb-uri=" + uri + "/paptracker",
                "--spring.mongodb.uri=" + uri + "/paptracker"));
        for (String setting : settings) arguments.add("--" + setting);
        ConfigurableApplicationContext other = new SpringApplicationBuilder(QueryServiceApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
        return new QueryService(
                store, uri, other, other.getBean(LogDatabase.class).database(), this.directory, plan);
    }

    /** From now on nobody answers at its address. */
    public void loseStore() throws Exception {
        store.close();
    }

    /** Ends this process only; the store goes on for the others that use it. */
    public void leave() {
        context.close();
    }

    /** What the plan is called that the tests know as {@link History#PLAN}. */
    public String plan() {
        return plan;
    }

    private String ofItsPlan(String text) {
        return text.replace(History.PLAN.value(), plan);
    }

    private DomainEvent ofItsPlan(DomainEvent event) {
        SerializedObject<String> json = EVENTS.serialize(event, String.class);
        return EVENTS.deserialize(
                new SimpleSerializedObject<>(ofItsPlan(json.getData()), String.class, json.getType()));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** Of the last entry of the log, no matter who told it. */
    public long position() {
        return log.position();
    }

    /** Appends events to a stream, one commit; answers the position of the last. */
    public long append(String stream, long firstSequence, Provenance by, DomainEvent... events) {
        String type = stream.substring(0, stream.indexOf(':'));
        List<? extends DomainEventMessage<?>> messages = IntStream.range(0, events.length)
                .mapToObj(i ->
                        new GenericDomainEventMessage<>(type, stream, firstSequence + i, events[i], LogMetadata.of(by)))
                .toList();
        log.appendEvents(messages);
        return position();
    }

    /** Of a stream that may have been told before the service was started again. */
    private long length(String stream) {
        return 1 + log.lastSequenceNumberFor(stream).orElse(-1L);
    }

    /** Appends events, each to its own stream, in one commit. */
    public void append(List<? extends DomainEvent> events, Provenance by) {
        List<DomainEvent> told = events.stream().map(this::ofItsPlan).toList();
        for (DomainEvent event : told) lengths.computeIfAbsent(Story.stream(event), this::length);
        log.appendEvents(Story.messages(told, lengths, by));
    }

    /** Appends events in commits of a size made by chance, by one user or another. */
    public void tell(List<? extends DomainEvent> events) {
        Random random = new Random(0);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            append(events.subList(from, to), random.nextBoolean() ? History.LEAD : History.OFFICE);
            from = to;
        }
    }

    /** Waits until every view has taken in the whole log. */
    public void awaitViews() {
        long position = position();
        if (!bean(ProjectionPositions.class).await(position, Duration.ofSeconds(60)))
            throw new AssertionError("The views have not come to position " + position);
    }

    public PooledStreamingEventProcessor processor(String projection) {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(projection, PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Every document of every projection, by projection and id. */
    public Map<String, Map<Object, Object>> stored() {
        Map<String, Map<Object, Object>> stored = new HashMap<>();
        for (String projection : EverySlice.projections()) {
            Map<Object, Object> documents = new HashMap<>();
            MongoDatabase database = bean(MongoDatabase.class);
            for (Document document :
                    new Documents(database, projection).collection().find()) {
                documents.put(document.get("_id"), document);
            }
            documents.remove("signed"); // no view: it says what the verification signed last, once an hour
            stored.put(projection, documents);
        }
        return stored;
    }

    /** Forgets the projection's views and makes them again from the whole log. */
    public void replay(String projection) {
        PooledStreamingEventProcessor processor = processor(projection);
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        awaitViews();
    }

    /** A GET as the reviewer; waits until the views are up to date with the log. */
    public HttpResponse<String> get(String path, String... headers) {
        return getAs("reviewer", path, headers);
    }

    /** The same as anybody; {@link #ANONYMOUS} does not sign in. */
    public HttpResponse<String> getAs(String user, String path, String... headers) {
        HttpRequest.Builder request = request(path).header("X-Log-Position", String.valueOf(position()));
        if (!user.equals(ANONYMOUS)) request.header("Authorization", basic(user));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** A GET as any user; null for one who has not signed in. Health is asked for as it will be in a few seconds. */
    public HttpResponse<String> get(@Nullable String user, String path) {
        if (path.startsWith("/actuator/health")) bean(StoreWatch.class).look();
        HttpRequest.Builder request = request(path);
        if (user != null) request.header("Authorization", basic(user));
        return send(request.build());
    }

    public HttpResponse<String> post(String user, String path, String body) {
        return send(request(path)
                .header("Authorization", basic(user))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** What comes of a verification that is run now. */
    public JsonNode verified() {
        HttpResponse<String> answer = post("reviewer", "/api/v1/audit/verification", "{}");
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        return parse(answer.body());
    }

    /** To be sent by somebody, who may sign in or not. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + ofItsPlan(path)));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode json(String path) {
        return jsonAs("reviewer", path);
    }

    public JsonNode jsonAs(String user, String path) {
        HttpResponse<String> response = getAs(user, path);
        if (response.statusCode() != 200)
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        return json.readTree(response.body());
    }

    /** As Prometheus sees it a few seconds later. */
    public String scrape() {
        bean(StoreWatch.class).look();
        return scrapeNow();
    }

    /** As Prometheus sees it. */
    public String scrapeNow() {
        HttpResponse<String> response = send(request("/actuator/prometheus")
                .header("Authorization", basic("metrics"))
                .build());
        if (response.statusCode() != 200) throw new AssertionError(response.statusCode() + " " + response.body());
        return response.body();
    }

    /** The one value of a metric whose labels, if it has any, contain {@code labels}. */
    public double metric(String name, String labels) {
        return metric(scrape(), name, labels);
    }

    public static double metric(String scraped, String name, String labels) {
        List<String> found = scraped.lines()
                .filter(line -> line.matches(name + "[{ ].*") && line.contains(labels))
                .toList();
        if (found.size() != 1) throw new AssertionError(name + " " + labels + ": " + found);
        String line = found.get(0);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    public JsonNode parse(String body) {
        return json.readTree(body);
    }

    public String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Those that share one leave it open for the next. */
    @Override
    public void close() {
        if (shared != null && context == shared.context) return;
        context.close();
        try {
            store.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
