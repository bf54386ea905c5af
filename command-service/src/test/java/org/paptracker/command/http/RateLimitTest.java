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

    private static Answer last(int requests, String user) {
        Answer answer = null;
        for (int i = 0; i < requests; i++) answer = service.send("GET", user, PATH, "");
        return answer;
    }

    @Test
    void who_asks_too_fast_is_told_when_to_ask_again_and_the_others_notice_nothing() {
        Answer refused = last(80, "office").is(429, "request.too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        assertThat(refused.json().path("retryAfter").asInt()).isBetween(1, 5);
        last(1, "lead-t1").is(404, "plan.unknown");
    }

    @Test
    void who_has_not_signed_in_may_ask_less() {
        last(20, null).is(429, "request.too-many");
    }

    @Test
    void health_is_always_answered() {
        for (int i = 0; i < 100; i++) service.get("/actuator/health").is(200);
    }
}
