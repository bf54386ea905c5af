package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.Traces;
import org.paptracker.whole.Http.Command;

/**
 * {@code kill -9} of either service and of both, at random instants, under load, again and again on one data directory,
 * as with {@code ./run}: the command-service owns the embedded store. After each kill all is put to the
 * test: nothing acknowledged is lost, nothing is there twice, the views are what a fresh replay makes, the tree holds.
 */
class KilledIT {
    private static final int ROUNDS = Tally.LONG ? 4 : 1;
    private static final int ROWS = 300;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private final long seed = Tally.seed();
    private final Random random = new Random(seed);
    private final Path data = directory.resolve("data");
    private final List<Integer> ports = Ports.free(3);
    private final Map<String, String> settings =
            Map.of("PAP_STORE_PORT", ports.get(2).toString(), "PAP_DATASET", "none");
    private final String store = "mongodb://127.0.0.1:" + ports.get(2);
    private final ServiceProcess commands = ServiceProcess.commands(data, ports.get(0), settings);
    private final ServiceProcess queries = ServiceProcess.queries(data, ports.get(1), settings);
    private final Load load = new Load(List.of(commands), queries);

    private int kills;
    private int blows;
    private int found;
    private @Nullable ExportedHistory before;

    /** What is done to the services while others write and read; afterwards both must be up again. */
    private interface Blow {
        void strike() throws IOException, InterruptedException;
    }

    @Test
    void what_was_acknowledged_is_there_once_and_the_views_and_the_tree_hold() throws Exception {
        try (commands;
                queries) {
            commands.start().awaitReady();
            queries.start().awaitReady();
            try (load) {
                load.start();
                for (int round = 1; round <= ROUNDS; round++) {
                    int number = round;
                    under("the command-service and its store", () -> kill(commands));
                    under("the query-service", () -> kill(queries));
                    under("both", this::killBoth);
                    under("the command-service while it starts", this::killWhileStarting);
                    under("the query-service while it replays", this::killWhileReplaying);
                    under("the command-service while it imports", () -> killWhileImporting(number));
                    under("both while they redact", () -> killWhileRedacting(number));
                }
            } finally {
                new Tally()
                        .with(Tally.KILLS, kills)
                        .with(Tally.ACKNOWLEDGED, load.acknowledged().size())
                        .with(Tally.FOUND, found)
                        .with(Tally.LOST, load.acknowledged().size() - found)
                        .write("KilledIT");
            }
            new VisitingReviewer(queries, directory).findsThatAllHolds();
        } catch (Exception | Error e) {
            throw new AssertionError("kill %s, seed %s, in %s".formatted(kills, seed, directory), e);
        }
    }

    /** In the short form the views are compared at the end only: what went wrong on the way would be wrong there too. */
    private void under(String whom, Blow blow) throws IOException, InterruptedException {
        load.goOn();
        load.awaitMore(20 + random.nextInt(200));
        blow.strike();
        load.awaitMore(10);
        load.pause();

        load.requireNoFaults();
        ExportedHistory history = ExportedHistory.of(queries, load.last());
        found = history.isSound().continues(before).holds(load.acknowledged());
        before = history;
        assertThat(Http.verified(queries.address(), load.last()))
                .contains("\"holds\":true")
                .contains("\"size\":" + history.size());
        blows++;
        if (Tally.LONG || blows == 7) {
            String keys = Files.readString(data.resolve("commit-keys"));
            StoredViews.requireLikeOfAFreshReplay(store, history.size(), keys, directory.resolve("replay-" + blows));
        }
        System.out.printf("Killed %s: %s entries, %s%n", whom, history.size(), load);
    }

    /** The moment of the blow is what is made by chance. */
    private Duration upTo(int ms) {
        return Duration.ofMillis(random.nextInt(ms));
    }

    private void kill(ServiceProcess service) throws IOException, InterruptedException {
        dead(service);
        service.start().awaitReady();
    }

    private void dead(ServiceProcess service) throws InterruptedException {
        service.kill();
        kills++;
    }

    private void killBoth() throws IOException, InterruptedException {
        dead(random.nextBoolean() ? commands : queries);
        commands.kill();
        queries.kill();
        startBoth();
    }

    private void startBoth() throws IOException, InterruptedException {
        commands.start();
        queries.start();
        commands.awaitReady();
        queries.awaitReady();
    }

    private void killWhileStarting() throws IOException, InterruptedException {
        dead(commands);
        commands.start();
        commands.letRun(upTo(3_500));
        kill(commands);
    }

    private void killWhileReplaying() throws IOException, InterruptedException {
        queries.kill();
        StoredViews.forget(store);
        queries.start();
        Awaitility.await("a replay that has begun")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> StoredViews.told(store) > 0);
        queries.letRun(upTo(100));
        kill(queries);
    }

    /** All of its rows are recorded or none is; sent again, they are recorded once. */
    private void killWhileImporting(int round) throws IOException, InterruptedException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "A-1,A-1.1,2025-03-04,Row " + row + " of a table")
                .collect(Collectors.joining("\n", "action,milestone,effectiveOn,note\n", "\n"));
        Command table =
                new Command("office", "POST", Load.PLAN + "/imports", "text/csv", rows, "import-" + round, ROWS);
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> load.send(table));
        commands.letRun(upTo(500));
        kill(commands);
        answer.join();
    }

    /** What was confirmed is carried out, no matter which service died in the middle of it. */
    private void killWhileRedacting(int round) throws IOException, InterruptedException {
        String words = "Robin Invented-" + round + "-" + seed;
        long position = Http.position(
                load.send(Load.progress(Load.MILESTONE, words + " rang about a school", "to-be-forgotten-" + round)));
        Http.awaited(queries.address(), "reviewer", "/api/v1/audit/checkpoint", position);
        assertThat(Traces.of(List.of(words), data)).isNotEmpty();
        String proposal =
                "{\"position\": %s, \"field\": \"note\", \"reason\": \"THIRD_PARTY_PERSONAL_DATA\",".formatted(position)
                        + " \"legalBasis\": \"UK GDPR Article 17(1)(d)\"}";
        String redaction = Http.json(load.send(
                                Command.json("governance", "POST", "/api/v1/redactions", proposal, "proposal-" + round))
                        .body())
                .path("code")
                .asString();
        Command confirmation = Command.json(
                "governance-2",
                "POST",
                "/api/v1/redactions/" + redaction + "/confirmation",
                "{\"places\": [{\"position\": %s, \"field\": \"note\"}]}".formatted(position),
                "confirmation-" + round);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> load.persist(confirmation, commands));
        commands.letRun(upTo(150));
        dead(commands);
        if (random.nextBoolean()) queries.letRun(upTo(100));
        queries.kill();
        startBoth();
        long gone = Http.position(answer.join());
        load.count(confirmation, 0);
        assertThat(Http.awaited(queries.address(), "reviewer", "/api/v1/audit/export/texts", gone))
                .doesNotContain(words);
        Awaitility.await("words gone from the files")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Traces.of(List.of(words), data).isEmpty());
    }
}
