package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.whole.Http.Command;

/**
 * A store in a process of its own, as on MongoDB, for two command-services and a query-service: it is killed, and the
 * network to it is bad in every way there is. The services live on and find back by themselves. In order:
 * three services live through all of it, under one load.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoreAwayIT {
    private static final int KILLS = Tally.LONG ? 10 : 1;
    private static final Duration OUTAGE = Duration.ofSeconds(Tally.LONG ? 60 : 3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 16;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static final List<Integer> PORTS = Ports.free(5);
    private static final String COMMIT_KEY = SigningKey.make();
    private static final Random RANDOM = new Random(Tally.seed());
    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    private static Proxy network;
    private static StoreProcess store;
    private static ServiceProcess one;
    private static ServiceProcess two;
    private static ServiceProcess queries;
    private static Load load;

    private static int kills;
    private static int found;

    /** What came back, and how long that took. */
    private record Timed(int status, String code, boolean saysWhenToRetry, Duration took) {}

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        store = new StoreProcess(directory.resolve("store"), PORTS.get(0)).start();
        network = new Proxy(PORTS.get(1), PORTS.get(0));
        Map<String, String> settings = Map.of(
                "PAP_MONGODB_URI",
                "mongodb://127.0.0.1:" + PORTS.get(1) + "/paptracker",
                "PAP_AUDIT_SIGNING_KEY",
                SigningKey.make(),
                "PAP_COMMIT_SIGNING_KEY",
                COMMIT_KEY,
                "PAP_COMMIT_KEYS",
                SigningKey.verifierOf(COMMIT_KEY),
                "PAP_DATASET",
                "none");
        Path data = directory.resolve("data");
        one = ServiceProcess.commands(data, PORTS.get(2), settings).start();
        one.awaitReady();
        two = ServiceProcess.commands(data, PORTS.get(3), settings).start();
        queries = ServiceProcess.queries(data, PORTS.get(4), settings).start();
        two.awaitReady();
        queries.awaitReady();
        load = new Load(List.of(one, two), queries).start();
    }

    @AfterAll
    static void stop() throws Exception {
        POOL.shutdownNow();
        load.close();
        for (AutoCloseable each : List.of(one, two, queries, network, store)) each.close();
        new Tally()
                .with(Tally.KILLS, kills)
                .with(Tally.ACKNOWLEDGED, load.acknowledged().size())
                .with(Tally.FOUND, found)
                .with(Tally.LOST, load.acknowledged().size() - found)
                .write("StoreAwayIT");
    }

    @Test
    @Order(1)
    void two_command_services_at_once_lose_nothing_and_answer_a_repeat_alike() throws Exception {
        load.goOn();
        load.awaitMore(100);
        load.pause();
        for (int i = 0; i < 20; i++) {
            Command command = Load.progress(Load.MILESTONE, "Sent twice at once, " + i, "twice-" + i);
            CompletableFuture<HttpResponse<String>> first = async(command, one);
            CompletableFuture<HttpResponse<String>> second = async(command, two);
            assertThat(first.join().statusCode()).as(first.join().body()).isEqualTo(200);
            assertThat(second.join().statusCode()).as(second.join().body()).isEqualTo(200);
            assertThat(second.join().body()).isEqualTo(first.join().body());
            load.count(command, Http.position(first.join()));
        }
        requireSound();
    }

    private static CompletableFuture<HttpResponse<String>> async(Command command, ServiceProcess service) {
        return CompletableFuture.supplyAsync(() -> load.persist(command, service), POOL);
    }

    @Test
    @Order(2)
    void a_store_that_hangs_makes_503s_in_bounded_time_and_nothing_half_done() throws Exception {
        suffer(Proxy.Mode.HANG);
    }

    @Test
    @Order(3)
    void so_does_one_that_refuses_every_connection() throws Exception {
        suffer(Proxy.Mode.RESET);
    }

    @Test
    @Order(4)
    void so_does_one_to_which_connections_break_in_the_middle_of_a_message() throws Exception {
        suffer(Proxy.Mode.CUT);
    }

    /** All writers are at work when it begins; each command is sent to the end, under its key, and is there once. */
    private static void suffer(Proxy.Mode mode) throws Exception {
        Resources before = Resources.now();
        load.goOn();
        load.awaitMore(20);
        network.set(mode);
        long until = System.nanoTime() + OUTAGE.toNanos();
        List<Command> sent = new ArrayList<>();
        List<Timed> answers = new ArrayList<>();
        do {
            List<Future<Timed>> asked = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Command command = Load.progress(Load.MILESTONE, mode + " " + sent.size(), mode + "-" + sent.size());
                sent.add(command);
                ServiceProcess service = i % 2 == 0 ? one : two;
                asked.add(POOL.submit(() -> timed(() -> Http.send(service.address(), command))));
            }
            for (String path : List.of("/progress", "/milestones?action=A-1", "/audit?limit=5")) {
                asked.add(POOL.submit(() -> timed(() -> Http.get(queries.address(), "reviewer", Load.PLAN + path, 0))));
            }
            for (Future<Timed> answer : asked) answers.add(answer.get());
        } while (System.nanoTime() < until);
        network.set(Proxy.Mode.PASS);
        long back = System.nanoTime();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("log.unavailable");
            assertThat(answer.saysWhenToRetry()).isTrue();
            assertThat(answer.took()).isLessThan(LONGEST_ANSWER);
        });
        load.send(sent.get(0));
        long first = System.nanoTime();
        for (Command command : sent) load.send(command);
        long all = System.nanoTime();
        load.pause();
        requireSound();
        System.out.printf(
                "%s: %s answers of 503, the slowest after %s ms; back again, the first command was taken in after %s ms,"
                        + " the last of %s, one after the other, after %s ms; %s%n",
                mode,
                answers.size(),
                answers.stream()
                        .mapToLong(answer -> answer.took().toMillis())
                        .max()
                        .orElse(0),
                Duration.ofNanos(first - back).toMillis(),
                sent.size(),
                Duration.ofNanos(all - back).toMillis(),
                load);
        Awaitility.await("no leak")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Resources.now().isNoMoreThan(before));
    }

    private static Timed timed(Callable<HttpResponse<String>> question) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = question.call();
        return new Timed(
                answer.statusCode(),
                answer.statusCode() == 200
                        ? ""
                        : Http.json(answer.body()).path("code").asString(""),
                answer.headers().firstValue("Retry-After").isPresent(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    @Test
    @Order(5)
    void a_slow_network_makes_it_slow_and_nothing_else() throws Exception {
        network.set(Proxy.Mode.DELAY);
        try {
            load.send(Load.progress(Load.MILESTONE, "Late but there", "late"));
        } finally {
            network.set(Proxy.Mode.PASS);
        }
        requireSound();
    }

    @Test
    @Order(6)
    void a_killed_store_costs_nothing_that_was_acknowledged_and_both_services_find_back_to_it() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            load.goOn();
            load.awaitMore(20 + RANDOM.nextInt(200));
            store.kill();
            kills++;
            store.start();
            load.awaitMore(10);
            load.pause();
            requireSound();
            System.out.printf("Killed the store: %s%n", load);
        }
    }

    @Test
    @Order(7)
    void a_killed_service_leaves_the_other_at_work_and_the_store_whole() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            for (ServiceProcess doomed : List.of(two, queries)) {
                load.goOn();
                load.awaitMore(20 + RANDOM.nextInt(200));
                doomed.kill();
                kills++;
                doomed.start().awaitReady();
                load.pause();
                requireSound();
            }
        }
    }

    @Test
    @Order(8)
    void at_the_end_the_views_are_what_a_fresh_replay_makes_and_a_reviewer_finds_that_all_holds() throws Exception {
        StoredViews.requireLikeOfAFreshReplay(
                "mongodb://127.0.0.1:" + PORTS.get(0),
                load.last(),
                SigningKey.verifierOf(COMMIT_KEY),
                directory.resolve("replay"));
        new VisitingReviewer(queries, directory).findsThatAllHolds();
    }

    private static void requireSound() throws IOException, InterruptedException {
        load.requireNoFaults();
        ExportedHistory history = ExportedHistory.of(queries, load.last());
        found = history.isSound().holds(load.acknowledged());
        assertThat(Http.verified(queries.address(), load.last()))
                .contains("\"holds\":true")
                .contains("\"size\":" + history.size());
    }

    /** What a service would have ever more of if it let go of nothing. */
    private record Resources(int connections, double threads) {
        /** A pool of connections, and that of the web server, may be fuller than before; each has an end. */
        private static final int POOLS = 60;

        static Resources now() throws IOException, InterruptedException {
            double threads = 0;
            for (ServiceProcess service : List.of(one, two, queries)) threads += threads(service);
            return new Resources(network.connections(), threads);
        }

        private static double threads(ServiceProcess service) throws IOException, InterruptedException {
            return Http.awaited(service.address(), "metrics", "/actuator/prometheus", 0)
                    .lines()
                    .filter(line -> line.startsWith("jvm_threads_live_threads"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }

        void isNoMoreThan(Resources before) {
            assertThat(connections).as("connections to the store").isLessThanOrEqualTo(before.connections + POOLS);
            assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + POOLS);
        }
    }
}
