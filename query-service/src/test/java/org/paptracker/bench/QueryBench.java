package org.paptracker.bench;

import static org.paptracker.query.History.OFFICE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.MongoEventLog;
import org.paptracker.platform.security.LocalUsers;
import org.paptracker.query.Story;
import org.slf4j.LoggerFactory;

/**
 * Asks a query-service, in a process of its own and started as {@code ./run} starts it, about a plan of 10,000 milestones
 * and some 50,000 events, over HTTP, and prints the medians. Each round asks about another time. Run by {@code ./bench}.
 */
public final class QueryBench implements AutoCloseable {
    private static final int ROUNDS = 20;
    private static final int WARMING = 6;
    private static final int EVENTS_A_COMMIT = 50;
    private static final String PASSWORD = "only-for-the-bench";
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20250213);
    private final EmbeddedMongo store;
    private final Process service;
    private final int port;
    private final long last;
    private String user = "reviewer";

    private QueryBench(Path directory, String[] flags) throws IOException {
        store = EmbeddedMongo.open(directory, 0);
        new LocalUsers(directory, List.of("oxfordshire-pap")).createIfMissing(PASSWORD);
        last = fill(BigPlan.events());
        port = freePort();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.paptracker.query.QueryServiceApplication",
                "--server.port=" + port,
                "--pap.data=" + directory,
                "--spring.mongodb.uri=" + store.connectionString() + "/paptracker"));
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("query-service.log").toFile())
                .start();
    }

    /** @param flags of the service's Java */
    public static void main(String[] flags) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Path directory = Files.createTempDirectory("query-bench");
        try (QueryBench bench = new QueryBench(directory, flags)) {
            bench.awaitViews();
            bench.measure();
        }
        System.exit(0);
    }

    private long fill(List<DomainEvent> events) {
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            MongoEventLog log = MongoEventLog.builder()
                    .database(client.getDatabase("paptracker"))
                    .clock(Clock.systemUTC())
                    .eventSerializer(new EventSerializer())
                    .snapshotSerializer(new EventSerializer())
                    .build();
            Map<String, Long> lengths = new HashMap<>();
            for (int from = 0; from < events.size(); from += EVENTS_A_COMMIT) {
                int to = Math.min(events.size(), from + EVENTS_A_COMMIT);
                log.appendEvents(Story.messages(events.subList(from, to), lengths, OFFICE));
            }
            return log.position();
        }
    }

    private void awaitViews() throws InterruptedException {
        long start = System.nanoTime();
        while (status(ROOT + "/progress") != 200) {
            if (!service.isAlive()) throw new IllegalStateException("The service has ended");
            Thread.sleep(500); // another process, which nobody can be told of when it is ready
        }
        System.out.printf(Locale.ROOT, "%,d events; views made after %.0f s%n", last, seconds(start));
    }

    private void measure() {
        System.out.printf("%n%-60s %10s %10s %10s%n", "milliseconds", "first", "median", "slowest");
        ask("milestones as at a position, a page of 50", () -> "/milestones?knownAt=" + position());
        ask("milestones as at a day, a page of 50", () -> "/milestones?effectiveAt=" + day());
        ask(
                "milestones as at both, overdue ones",
                () -> "/milestones?overdue=true&knownAt=" + position() + "&effectiveAt=" + day());
        ask("progress by theme as at both", () -> "/progress?by=theme&knownAt=" + position() + "&effectiveAt=" + day());
        ask(
                "one action as at a day",
                () -> "/actions/" + BigPlan.action(random.nextInt(BigPlan.ACTIONS)) + "?effectiveAt=" + day());
        ask("changes over a thirtieth of the log, first page", this::month);
        ask("changes over the whole log, first page", () -> "/changes?from=position:0");
        ask("changes over the whole log, effective by a day", () -> "/changes?from=position:0&effectiveAt=" + day());
        ask("milestones now, a page of 50", () -> "/milestones");
        ask("milestones now, a page of 200 from the middle", () -> "/milestones?limit=200&cursor=" + cursor());
        ask("milestones now, overdue in one area", () -> "/milestones?overdue=true&area=PA3");
        ask("actions now, a page of 50", () -> "/actions");
        ask("progress by area now", () -> "/progress?by=area");
        ask("gaps in the evidence now, a page of 50", () -> "/evidence/gaps");
        user = "forum"; // for whom each view is judged
        ask("as the forum: milestones now, a page of 50", () -> "/milestones");
        ask(
                "as the forum: milestones as at both, overdue ones",
                () -> "/milestones?overdue=true&knownAt=" + position() + "&effectiveAt=" + day());
        ask("as the forum: progress by area now", () -> "/progress?by=area");
        ask(
                "as the forum: progress by theme as at both",
                () -> "/progress?by=theme&knownAt=" + position() + "&effectiveAt=" + day());
        ask("as the forum: changes over the whole log, first page", () -> "/changes?from=position:0");
        ask("as the forum: gaps in the evidence now, a page of 50", () -> "/evidence/gaps");
    }

    private void ask(String what, Supplier<String> query) {
        double first = time(query.get());
        for (int i = 0; i < WARMING; i++) time(query.get());
        double[] milliseconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) milliseconds[i] = time(query.get());
        Arrays.sort(milliseconds);
        double median = (milliseconds[ROUNDS / 2 - 1] + milliseconds[ROUNDS / 2]) / 2;
        System.out.printf(Locale.ROOT, "%-60s %10.0f %10.0f %10.0f%n", what, first, median, milliseconds[ROUNDS - 1]);
    }

    private double time(String query) {
        long start = System.nanoTime();
        int status = status(ROOT + query);
        if (status != 200) throw new IllegalStateException(query + ": " + status);
        return seconds(start) * 1000;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private String position() {
        return "position:" + (last / 2 + random.nextLong(last / 2));
    }

    private LocalDate day() {
        return BigPlan.FIRST_DAY.plusDays(100 + random.nextInt(BigPlan.DAYS - 100));
    }

    private String month() {
        long from = random.nextLong(last - last / 30);
        return "/changes?from=position:%d&to=position:%d".formatted(from, from + last / 30);
    }

    private String cursor() {
        String action = BigPlan.action(random.nextInt(BigPlan.ACTIONS - 20));
        return base64(action + ".10 " + action);
    }

    /** 0 while it does not answer. */
    private int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + base64(user + ":" + PASSWORD))
                .header("X-Log-Position", String.valueOf(last))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        service.destroy();
        service.onExit().join();
        store.close();
    }
}
