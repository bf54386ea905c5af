package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

/** Five requests a second for each who has signed in, twenty of them at once; one a second for each address. */
class RateLimitTest {
    private static final String PATH = "/api/v1/plans/p/imports/template?kind=progress";

    @TempDir
    static Path directory;

    private static CommandService service;

    @BeforeAll
    static void start() {
        service = CommandService.start(directory, "pap.rate-limit", "5");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Answer ask(String user) {
        return service.send("GET", user, PATH, "");
    }

    /** On a busy machine it takes more requests: meanwhile some are let through again. */
    private static Answer askUntilRefused(String user) {
        Answer answer = ask(user);
        for (int i = 0; i < 1_000 && answer.status() != 429; i++) answer = ask(user);
        return answer;
    }

    @Test
    void a_caller_who_asks_too_fast_is_told_when_to_ask_again_and_the_others_notice_nothing() {
        Answer refused = askUntilRefused("office").is(429, "request.too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        int seconds = refused.json().path("retryAfter").asInt();
        assertThat(seconds).isBetween(1, 5);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("Too many requests. Try again in %d %s.", seconds, seconds == 1 ? "second" : "seconds");
        ask("lead-t1").is(404, "plan.unknown");
    }

    @Test
    void anonymous_callers_may_ask_less() {
        askUntilRefused(null).is(429, "request.too-many");
    }

    @Test
    void health_is_always_answered() {
        for (int i = 0; i < 100; i++) service.get("/actuator/health").is(200);
    }
}
