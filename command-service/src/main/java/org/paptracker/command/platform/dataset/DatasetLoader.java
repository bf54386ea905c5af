package org.paptracker.command.platform.dataset;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.RequestKeys;
import org.paptracker.command.platform.dataset.Dataset.Line;
import org.paptracker.command.platform.dataset.Dataset.Unusable;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.log.MongoEventLog;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.LocalUsers;
import org.paptracker.values.plan.PlanId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads a data set through the service's own endpoints, so that every line passes every rule. Each line has its key, so
 * a load that broke off goes on where it was, and one that is complete is not repeated. Until then the service is not
 * ready.
 */
@Component("dataset")
class DatasetLoader implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NONE = "none";
    private static final int SHOWN_EVERY = 40;
    private static final Duration LAST_LINE = Duration.ofSeconds(10);

    private final String name;
    private final MongoEventLog log;
    private final OwnEndpoints endpoints;
    private final RequestKeys keys;
    private final LocalUsers users;

    private volatile Health health;
    private volatile @Nullable Thread loading;
    private volatile boolean stopping;

    DatasetLoader(
            @Value("${pap.dataset:none}") String name,
            MongoEventLog log,
            OwnEndpoints endpoints,
            RequestKeys keys,
            @Value("${pap.data}") Path data) {
        this.name = name;
        this.log = log;
        users = new LocalUsers(data, List.of()); // only who they are is asked of it
        this.endpoints = endpoints;
        this.keys = keys;
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

    /** In a thread of its own: the start is not to wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void serviceIsUp() {
        if (!isWanted()) return;
        Thread thread = new Thread(this::load, "dataset-loader");
        thread.setDaemon(true);
        loading = thread;
        thread.start();
    }

    /** Before what a line needs goes away. The next start goes on after it. */
    @EventListener(ContextClosedEvent.class)
    void serviceStops() throws InterruptedException {
        stopping = true;
        Thread thread = loading;
        if (thread != null) thread.join(LAST_LINE.toMillis());
    }

    private void load() {
        try {
            if (isLoaded(Dataset.read(name))) health = Health.up().build();
        } catch (Unusable e) {
            failed(String.valueOf(e.getMessage()));
        } catch (IOException | ServletException | RuntimeException e) {
            LOG.error("Loading the data set failed", e);
            failed("The data set could not be loaded: the service did not answer itself. See its log file.");
        }
    }

    private void failed(String sentence) {
        say(sentence);
        LOG.error("{}", sentence);
        health = Health.down().withDetail("dataset", sentence).build();
    }

    /** Loads what is missing; false if the service stops before all is there. */
    private boolean isLoaded(Dataset dataset) throws IOException, ServletException {
        List<Line> lines = dataset.lines();
        if (isAccepted(dataset, lines.get(lines.size() - 1))) return true;
        if (log.position() > 0 && lines.stream().noneMatch(line -> isAccepted(dataset, line))) {
            say("The log holds other entries already, so the data set '%s' is left out.".formatted(name));
            return true;
        }
        for (int done = 0; done < lines.size(); done++) {
            if (stopping) return false;
            if (done % SHOWN_EVERY == 0) progress(done, lines.size());
            put(dataset, lines.get(done));
        }
        progress(lines.size(), lines.size());
        return true;
    }

    private boolean isAccepted(Dataset dataset, Line line) {
        return keys.accepted(line.entry().as() + ":" + dataset.requestKey(line)).isPresent();
    }

    private void progress(int done, int all) {
        String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String sentence = "Loading the %s plan: %d of %d entries".formatted(title, done, all);
        say(sentence);
        health = waiting(sentence);
    }

    private void put(Dataset dataset, Line line) throws IOException, ServletException {
        Dataset.Entry entry = line.entry();
        String overrideFor = entry.overrideFor();
        if (overrideFor == null) {
            requireRecorded(line, sent(dataset, line, entry.body(), entry.guardOverride()));
        } else if (!isAccepted(dataset, line)) { // it was given once, whatever the guard would say now
            Line refused = dataset.line(overrideFor);
            String request =
                    sent(dataset, refused, refused.entry().body(), null).field("request");
            requireRecorded(line, sent(dataset, line, ((ObjectNode) entry.body()).put("request", request), null));
        }
    }

    private LineAnswer sent(Dataset dataset, Line line, JsonNode body, @Nullable String override)
            throws IOException, ServletException {
        Dataset.Entry entry = line.entry();
        LineRequest request = endpoints
                .request(entry.method(), uri(line), JSON.writeValueAsString(body))
                .with(HttpCommands.IDEMPOTENCY_KEY, dataset.requestKey(line))
                .with(HttpCommands.SOURCE, entry.source())
                .with(HttpCommands.GUARD_OVERRIDE, override);
        return endpoints.ask(request, caller(line));
    }

    private void requireRecorded(Line line, LineAnswer answer) {
        if (answer.isRefusal()) throw refused(line, answer.words());
    }

    private static String uri(Line line) {
        try {
            return new URI(null, null, "/api/v1" + line.entry().path(), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new Unusable(line.where() + ": the path is none");
        }
    }

    private Caller caller(Line line) {
        return LocalUsers.builtIn(line.entry().as(), plan(line))
                .map(users::known)
                .orElseThrow(() -> refused(line, "no local user has this name"));
    }

    /** Who did something in a plan had their work in that plan. */
    private static PlanId plan(Line line) {
        String[] path = line.entry().path().split("/", -1);
        return new PlanId(path.length > 2 ? path[2] : "none");
    }

    private Unusable refused(Line line, String why) {
        return new Unusable("Loading the data set '%s' stopped at %s (%s): %s"
                .formatted(name, line.where(), line.entry().key(), why));
    }

    /** To anyone who started the service and waits for it. */
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
