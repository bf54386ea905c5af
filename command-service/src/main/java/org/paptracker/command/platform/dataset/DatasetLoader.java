package org.paptracker.command.platform.dataset;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.dataset.Dataset.Line;
import org.paptracker.command.platform.dataset.Dataset.Unusable;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.log.MongoEventLog;
import org.paptracker.platform.security.LocalUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a data set through the service's own front door, so that every line passes every rule. Each line has its key, so
 * a load that broke off goes on where it was, and one that is complete is not repeated. Until then the service is not
 * ready.
 */
@Component("dataset")
class DatasetLoader implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NONE = "none";
    private static final int SHOWN_EVERY = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final MongoEventLog log;
    private final LocalUsers users;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private volatile Health health;
    private volatile @Nullable Thread loading;

    DatasetLoader(@Value("${pap.dataset:none}") String name, MongoEventLog log, LocalUsers users) {
        this.name = name;
        this.log = log;
        this.users = users;
        health = isWanted() ? waiting("not yet loaded") : Health.up().build();
    }

    private boolean isWanted() {
        return !name.isBlank() && !name.equals(NONE);
    }

    private static Health waiting(String how) {
        return Health.outOfService().withDetail("dataset", how).build();
    }

    @Override
    public Health health() {
        return health;
    }

    /** In a thread of its own: the server has to answer meanwhile, this loader first of all. */
    @EventListener
    void serverIsUp(WebServerInitializedEvent event) {
        boolean management = "management".equals(event.getApplicationContext().getServerNamespace());
        if (management || !isWanted()) return;
        int port = event.getWebServer().getPort();
        Thread thread = new Thread(() -> load(port), "dataset-loader");
        thread.setDaemon(true);
        loading = thread;
        thread.start();
    }

    /** Before the server stops answering. The next start goes on from there. */
    @EventListener(ContextClosedEvent.class)
    void serviceStops() {
        Thread thread = loading;
        if (thread != null) thread.interrupt();
    }

    private void load(int port) {
        try {
            loadWhatIsMissing(Dataset.read(name), port);
            health = Health.up().build();
        } catch (Unusable e) {
            failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("Loading the data set failed", e);
            failed("The data set could not be loaded: the service did not answer itself. See its log file.");
        }
    }

    private void failed(String sentence) {
        say(sentence);
        LOG.error("{}", sentence);
        health = Health.down().withDetail("dataset", sentence).build();
    }

    private void loadWhatIsMissing(Dataset dataset, int port) throws IOException, InterruptedException {
        List<Line> lines = dataset.lines();
        if (isAccepted(dataset, lines.get(lines.size() - 1))) return;
        if (log.position() > 0 && lines.stream().noneMatch(line -> isAccepted(dataset, line))) {
            say("The log holds other entries already, so the data set '%s' is left out.".formatted(name));
            return;
        }
        for (int done = 0; done < lines.size(); done++) {
            if (done % SHOWN_EVERY == 0) progress(done, lines.size());
            send(dataset, lines.get(done), port);
        }
        progress(lines.size(), lines.size());
    }

    private boolean isAccepted(Dataset dataset, Line line) {
        return log.accepted(line.entry().as() + ":" + dataset.requestKey(line)).isPresent();
    }

    private void progress(int done, int all) {
        String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String sentence = "Loading the %s plan: %d of %d entries".formatted(title, done, all);
        say(sentence);
        health = waiting(sentence);
    }

    private void send(Dataset dataset, Line line, int port) throws IOException, InterruptedException {
        Dataset.Entry entry = line.entry();
        HttpRequest.Builder request = HttpRequest.newBuilder(address(line, port))
                .timeout(PATIENCE)
                .header("Authorization", basic(entry.as()))
                .header("Content-Type", "application/json")
                .header(HttpCommands.IDEMPOTENCY_KEY, dataset.requestKey(line))
                .method(entry.method(), HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(entry.body())));
        String source = entry.source();
        if (source != null) {
            // Java's client would send a question mark for what is not ASCII, and that would stand in the log for ever.
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(source)) {
                throw new Unusable(line.where() + ": the source must be ASCII");
            }
            request.header(HttpCommands.SOURCE, source);
        }
        String override = entry.guardOverride();
        if (override != null) request.header(HttpCommands.GUARD_OVERRIDE, override);
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) throw new Unusable(refusal(line, response));
    }

    private static URI address(Line line, int port) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        try {
            return new URI("http", null, host, port, "/api/v1" + line.entry().path(), null, null);
        } catch (URISyntaxException e) {
            throw new Unusable(line.where() + ": the path is none");
        }
    }

    private String basic(String user) {
        String credentials = user + ":" + users.loaderSecret();
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(Line line, HttpResponse<String> response) {
        return "Loading the data set '%s' stopped at %s (%s): %d %s"
                .formatted(name, line.where(), line.entry().key(), response.statusCode(), code(response.body()));
    }

    private static String code(String body) {
        try {
            return JSON.readTree(body).path("code").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** To whoever started the service and waits for it. */
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
