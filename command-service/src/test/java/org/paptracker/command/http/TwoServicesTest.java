package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.log.EmbeddedMongo;

/** Two services write to one log at once. What guards a stream in one process does not reach the other. */
class TwoServicesTest {
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
