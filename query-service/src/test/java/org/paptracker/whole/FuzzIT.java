package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of strange requests to both services as they are started in earnest. Half of them are the same each time,
 * half are those of the day; the seeds are printed. In order: what the requests have left behind is looked at after them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FuzzIT {
    private static final long ALWAYS = Long.getLong("pap.fuzz.seed", 1);

    private static final int SHOTS = Integer.getInteger("pap.fuzz.shots", Tally.LONG ? 20_000 : 2_000);
    private static final int AT_ONCE = 6;
    /** No answer that took less is slow. */
    private static final long SLOW = 5_000;

    /** The machine is busy, so a strange request is slow beside what honest ones of the dearest kinds took meanwhile. */
    private static final int TIMES_AN_HONEST_ONE = 5;

    private static final List<Supplier<String>> DEAREST = List.of(
            () -> asForum("/stocktakes/2025-02/pack"),
            () -> asForum("/changes?from=position:1"),
            () -> asForum("/audit?limit=200"),
            FuzzIT::verified);

    private static final Pattern INNARDS = Pattern.compile(
            "\\bat (org|com|java|jakarta|tools|de)\\.|Exception\\b|\\$\\$|<html", Pattern.CASE_INSENSITIVE);

    /** What no text may hold once it is recorded. */
    private static final Pattern UNFIT = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|\\p{IsNoncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]");

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path directory;

    private static Oxfordshire oxfordshire;
    private static HttpClient http;
    private static List<Shots> services;
    private static long today;
    private static final Queue<String> WRONG = new ConcurrentLinkedQueue<>();
    private static final Queue<Late> LATE = new ConcurrentLinkedQueue<>();
    private static final LongAccumulator LONGEST_HONEST = new LongAccumulator(Math::max, 0);
    private static final LongAdder FIRED = new LongAdder();
    private static final LongAdder SERVER_ERRORS = new LongAdder();
    private static final Map<Integer, LongAdder> STATUSES = new ConcurrentHashMap<>();

    private record Late(Shot shot, long milliseconds) {}

    @BeforeAll
    static void start() throws Exception {
        oxfordshire = Oxfordshire.start(directory);
        http = HttpClient.newHttpClient();
        Map<String, List<String>> codes = codes();
        services = List.of(
                new Shots(oxfordshire.commandPort(), Oxfordshire.PASSWORD, api(oxfordshire.commandPort()), codes),
                new Shots(oxfordshire.queryPort(), Oxfordshire.PASSWORD, api(oxfordshire.queryPort()), codes));
        today = Long.getLong("pap.fuzz.seed", Tally.seed());
        System.out.printf("Fuzz: %d requests, seeds %d and %d%n", SHOTS, ALWAYS, today);
    }

    @AfterAll
    static void stop() {
        if (oxfordshire != null) oxfordshire.close();
    }

    private static JsonNode api(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new HashMap<>();
        for (String kind : List.of("action", "milestone", "kpi", "voice", "risk", "decision", "stocktake")) {
            codes.put(kind, codes("/" + kind + "s"));
        }
        codes.put("evidence", codes("/evidence"));
        codes.put("plan", List.of("oxfordshire-pap", "oxfordshire-pap", "oxfordshire-pap", "fuzz-plan"));
        codes.put("redaction", List.of("1", "2"));
        codes.put("override", List.of("fuzz-1", "fuzz-2"));
        codes.put("area", List.of("PA1", "PA2", "PA3", "PA4", "PA5"));
        codes.put("theme", List.of("T1", "T2", "T3", "T4"));
        codes.put("workstream", List.of("communications"));
        codes.put("period", List.of("2025-01", "2024-Q3", "2023-24AY", "2025-02-13"));
        codes.put("board", List.of("SIAB"));
        codes.put("kind", List.of("progress", "measurements"));
        codes.put("organisation", List.of("OCC", "BOB-ICB"));
        codes.put("by", List.of("area", "theme", "organisation", "workstream"));
        codes.put("successor", List.of("fuzz-plan"));
        codes.put("toPlan", List.of("fuzz-plan"));
        return codes;
    }

    private static List<String> codes(String path) {
        return oxfordshire.all(path).stream()
                .map(item -> item.path("code").asString(item.path("id").asString("PA1")))
                .toList();
    }

    @Test
    @Order(1)
    void no_request_gets_an_answer_that_it_should_not() throws Exception {
        Growth command = new Growth("command-service", directory, oxfordshire.commandPort());
        Growth query = new Growth("query-service", directory, oxfordshire.queryPort());
        shoot(0, SHOTS / 4); // what is loaded and compiled once, and kept, is no growth
        command.begin();
        query.begin();
        shoot(SHOTS / 4, SHOTS);
        command.end();
        query.end();
        System.out.printf(
                "Fuzz: answers %s, %s, %s, the longest honest one took %d ms%n",
                new TreeMap<>(STATUSES), command, query, LONGEST_HONEST.get());
        long slow = Math.max(SLOW, TIMES_AN_HONEST_ONE * LONGEST_HONEST.get());
        for (Late late : LATE) {
            if (late.milliseconds > slow) WRONG.add("slow: " + late.shot + " took " + late.milliseconds + " ms");
        }
        new Tally()
                .with(Tally.FUZZED, FIRED.sum())
                .with(Tally.SERVER_ERRORS, SERVER_ERRORS.sum())
                .write("fuzz");
        Files.write(
                Path.of("target", "fuzz.txt"),
                String.join("\n", WRONG).getBytes(StandardCharsets.UTF_8)); // all of them: a report shows some
        assertThat(WRONG.stream().limit(20)).as(WRONG.size() + " answers").isEmpty();
        assertThat(STATUSES.keySet()).contains(200, 201, 400, 401, 403, 404, 409);
        command.requireNone();
        query.requireNone();
    }

    @Test
    @Order(1)
    void no_pair_of_parameters_breaks_an_address() throws Exception {
        String office =
                Base64.getEncoder().encodeToString(("office:" + Oxfordshire.PASSWORD).getBytes(StandardCharsets.UTF_8));
        Map<String, String> codes = Map.of("plan", "oxfordshire-pap", "projection", "actions", "stocktake", "2025-02");
        for (int port : List.of(oxfordshire.commandPort(), oxfordshire.queryPort())) {
            for (Pairs.Asked asked : Pairs.of(api(port), codes, Tally.LONG ? 20 : 1)) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked.target()))
                        .header("Authorization", "Basic " + office)
                        .header("Content-Type", "text/csv")
                        .method(asked.method(), HttpRequest.BodyPublishers.noBody())
                        .build();
                int status =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
                assertThat(status).as(asked.toString()).isLessThan(500);
            }
        }
    }

    private static void shoot(int from, int to) throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        ExecutorService shooters = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            shooters.execute(() -> {
                for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    if (number % 40 == 0) askHonestly(DEAREST.get((int) (number / 40 % DEAREST.size())));
                    Shots service = services.get((int) (number / 2 % 2));
                    shoot(service.make(number % 2 == 0 ? ALWAYS : today, number));
                }
            });
        }
        shooters.shutdown();
        if (!shooters.awaitTermination(20, TimeUnit.MINUTES)) throw new AssertionError("Not done in 20 minutes");
    }

    private static String asForum(String question) {
        return oxfordshire.get("forum", "/api/v1/plans/oxfordshire-pap" + question);
    }

    private static String verified() {
        return oxfordshire.verified();
    }

    private static void askHonestly(Supplier<String> question) {
        long start = System.nanoTime();
        try {
            var unused = question.get();
        } catch (RuntimeException | AssertionError e) {
            WRONG.add("no answer to an honest question: " + e);
        }
        LONGEST_HONEST.accumulate((System.nanoTime() - start) / 1_000_000);
    }

    private static void shoot(Shot shot) {
        Shot.Answer answer = judged(shot);
        // Behind the door there is more to go wrong than before it.
        for (String user : List.of("office", "board", "governance", "forum", "executive")) {
            if (answer == null || answer.status() != 403) return;
            answer = judged(shot.as(user, Oxfordshire.PASSWORD));
        }
    }

    /** Null if there was none. */
    private static Shot.Answer judged(Shot shot) {
        FIRED.increment();
        try {
            Shot.Answer answer = shot.fire();
            STATUSES.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            if (answer.status() >= 500) SERVER_ERRORS.increment();
            if (answer.milliseconds() > SLOW) LATE.add(new Late(shot, answer.milliseconds()));
            String wrong = wrong(shot, answer);
            if (wrong != null) {
                WRONG.add("%s: %s%n    -> %d in %d ms: %s"
                        .formatted(
                                wrong,
                                shot,
                                answer.status(),
                                answer.milliseconds(),
                                answer.body().lines().limit(8).toList()));
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            WRONG.add("no answer to " + shot + ": " + e);
            return null;
        }
    }

    /** Null if there is nothing wrong with the answer. */
    private static String wrong(Shot shot, Shot.Answer answer) {
        if (answer.status() == 0) return "no answer";
        if (answer.status() >= 500) return "a server error";
        if (answer.head().contains("x-planted")) return "a header of the caller's making";
        if (shot.target().contains("/audit/verifier")) return null; // a Java source file
        if (INNARDS.matcher(answer.body()).find()) return "tells of what is inside";
        if (answer.status() < 400 || shot.method().equals("HEAD")) return null;
        return isProblem(answer) ? null : "no problem details";
    }

    private static boolean isProblem(Shot.Answer answer) {
        try {
            String body = answer.body();
            String json = answer.head().contains("transfer-encoding: chunked")
                    ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1)
                    : body;
            return answer.head().contains("content-type: application/problem+json")
                    && !JSON.readTree(json).path("code").asString("").isEmpty();
        } catch (JacksonException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    @Test
    @Order(2)
    void everything_recorded_can_be_read_in_every_view() {
        assertThat(oxfordshire
                        .get("metrics", "/actuator/prometheus")
                        .lines()
                        .filter(line -> line.startsWith("pap_dead_letters{") && !line.endsWith(" 0.0")))
                .isEmpty();
        for (JsonNode plan : JSON.readTree(oxfordshire.get("reviewer", "/api/v1/plans?limit=200"))
                .path("items")) {
            String path = "/api/v1/plans/"
                    + plan.path("plan").asString(plan.path("code").asString());
            for (String view : List.of(
                    "",
                    "/progress",
                    "/actions",
                    "/milestones",
                    "/kpis",
                    "/evidence",
                    "/evidence/gaps",
                    "/voices",
                    "/risks",
                    "/decisions",
                    "/stocktakes",
                    "/due-dates",
                    "/guard-overrides",
                    "/audit?limit=200",
                    "/changes?from=position:1",
                    "/reports/assurance?from=2024-01-01")) {
                assertThat(oxfordshire.get("reviewer", path + view)).isNotEmpty();
            }
        }
        assertThat(oxfordshire.history()).isNotEmpty();
    }

    @Test
    @Order(3)
    void no_recorded_text_holds_what_no_text_may_hold() {
        List<String> unfit = new ArrayList<>();
        for (String export : List.of("/api/v1/audit/export", "/api/v1/audit/export/texts")) {
            oxfordshire.get("reviewer", export).lines().forEach(line -> collect(JSON.readTree(line), line, unfit));
        }
        assertThat(unfit).isEmpty();
    }

    private static void collect(JsonNode node, String line, List<String> unfit) {
        if (node.isString() && UNFIT.matcher(node.asString()).find()) unfit.add(line);
        for (Map.Entry<String, JsonNode> property : node.properties()) collect(property.getValue(), line, unfit);
        if (node.isArray()) node.forEach(element -> collect(element, line, unfit));
    }

    @Test
    @Order(4)
    void the_history_still_verifies() {
        assertThat(JSON.readTree(oxfordshire.verified()).path("holds").asBoolean())
                .isTrue();
    }
}
