package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.LogReader;

/** Two services write to one log at once. What guards a stream in one process does not reach the other. */
class TwoServicesTest {
    private static final int ROUNDS = 10;
    private static final int RECORDERS = 3;
    private static final String REASON = "{\"reason\": \"The sample is not described\"}";
    private static final String EVIDENCE = """
            {"title": "Quality audit", "kind": "AUDIT", "level": "OUTCOME", "summary": "44 per cent rated good",
             "source": {"title": "Scrutiny papers"}, "supports": [{"type": "area", "code": "PA3"}]}""";

    @TempDir
    static Path directory;

    private static CommandService one;
    private static CommandService other;

    @BeforeAll
    static void start() {
        one = CommandService.start(directory);
        String store = one.bean(EmbeddedMongo.class).connectionString();
        other = CommandService.start(directory, "pap.owns-store", "false", "spring.mongodb.uri", store + "/paptracker");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    private static CommandService either(int i) {
        return i % 2 == 0 ? one : other;
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> ask) {
        ExecutorService askers = Executors.newFixedThreadPool(4);
        try {
            return IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask.apply(i), askers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            askers.shutdown();
        }
    }

    @Test
    void and_lose_nothing_on_one_stream() {
        String action = one.action();
        String path = action + "/milestones/PA3-01.1/progress";
        List<Answer> answers = atOnce(40, i -> either(i).post("lead-t1", path, "{\"note\": \"Note " + i + "\"}"));
        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
        assertThat(accepted).hasSizeGreaterThan(30);
        String stream = action.replace("/api/v1/plans/", "action:").replace("/actions/", "/");
        assertThat(one.stream(stream)).hasSize(2 + 1 + accepted.size());
        assertThat(accepted.stream().map(answer -> answer.header("ETag")).distinct())
                .hasSize(accepted.size());
    }

    @Test
    void and_the_same_version_counts_for_one_of_them() {
        for (int round = 0; round < 10; round++) {
            String path = one.action() + "/milestones/PA3-01.1/progress";
            List<Answer> answers = atOnce(
                    2, i -> either(i).post("lead-t1", path, "{\"note\": \"Note " + i + "\"}", "If-Match", "\"1\""));
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
        }
    }

    /** Three record on one until they are refused; once they are at it, the other closes the plan. */
    @Test
    void and_nothing_of_an_action_stands_after_its_plan_was_closed() {
        for (int round = 0; round < ROUNDS; round++) {
            String plan = one.plan();
            one.post("board", plan + "/approval", "{\"approvedBy\": \"The board\"}")
                    .is(200);
            List<String> milestones = milestones(plan);
            long closed = race(
                    i -> one.post(
                            "lead-t1",
                            milestones.get(i) + "/progress",
                            "{\"note\": \"%s\"}".formatted(UUID.randomUUID())),
                    "plan.ended",
                    () -> other.post("office", plan + "/closure", REASON));
            assertThat(after(closed, plan)).as("round %d", round).isEmpty();
        }
    }

    /** Three claim on one, and are rejected, until they are refused; the other withdraws what they claim with. */
    @Test
    void and_no_claim_stands_after_the_evidence_that_it_names_was_withdrawn() {
        for (int round = 0; round < ROUNDS; round++) {
            String plan = one.plan();
            one.put("office", plan + "/evidence/EV-1", EVIDENCE).is(201);
            List<String> milestones = milestones(plan);
            long withdrawn = race(
                    i -> claimAndReject(milestones.get(i) + "/completion"),
                    "milestone.evidence-withdrawn",
                    () -> other.post("office", plan + "/evidence/EV-1/withdrawal", REASON));
            assertThat(after(withdrawn, plan))
                    .as("round %d", round)
                    .doesNotHaveAnyElementsOfTypes(CompletionClaimed.class);
        }
    }

    private static Answer claimAndReject(String path) {
        Answer claimed = one.post(
                "lead-t1", path, "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"evidence\": [\"EV-1\"]}");
        if (claimed.status() == 200)
            one.post("board", path + "/rejection", REASON).is(200);
        return claimed;
    }

    /** Of three actions of the plan. */
    private static List<String> milestones(String plan) {
        return IntStream.range(0, RECORDERS)
                .mapToObj(i -> {
                    String action = plan + "/actions/PA3-0" + i;
                    one.put("office", action, CommandService.AGREEMENT).is(201);
                    String milestone = action + "/milestones/PA3-0" + i + ".1";
                    one.put("office", milestone, "{\"title\": \"Every overdue case assessed\", \"dueOn\": \"2025-04\"}")
                            .is(201);
                    return milestone;
                })
                .toList();
    }

    /**
     * @param refused the code that each recorder is refused with, sooner or later
     * @return where in the log the end stands
     */
    private static long race(IntFunction<Answer> record, String refused, Supplier<Answer> end) {
        CountDownLatch recording = new CountDownLatch(RECORDERS);
        List<Answer> last = atOnce(1 + RECORDERS, i -> {
            if (i == RECORDERS) {
                await(recording);
                return end.get();
            }
            Answer answer = record.apply(i).is(200);
            recording.countDown();
            while (answer.status() == 200) answer = record.apply(i);
            return answer;
        });
        for (Answer answer : last.subList(0, RECORDERS)) answer.is(409, refused);
        return last.get(RECORDERS).is(200).json().path("position").asLong();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<DomainEvent> after(long position, String plan) {
        return one.bean(LogReader.class).after(position, 1_000).stream()
                .map(Recorded::event)
                .filter(event -> plan.endsWith("/" + event.plan()))
                .toList();
    }

    @Test
    void and_the_same_key_counts_once() {
        for (int round = 0; round < 10; round++) {
            String key = "both-" + round;
            String path = one.action() + "/milestones/PA3-01.1/progress";
            List<Answer> answers =
                    atOnce(4, i -> either(i).post("lead-t1", path, "{\"note\": \"x\"}", "Idempotency-Key", key));
            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        }
    }
}
