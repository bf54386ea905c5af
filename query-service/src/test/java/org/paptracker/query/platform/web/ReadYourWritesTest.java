package org.paptracker.query.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.plan;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.QueryService;

class ReadYourWritesTest {
    private static final String PLANS = "/api/v1/plans";

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(ReadYourWritesTest.class);
        service.append(List.of(plan()), OFFICE);
    }

    private static long position() {
        return service.bean(MongoEventLog.class).position();
    }

    private static HttpResponse<String> ask(String position) {
        return service.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + PLANS))
                .header("Authorization", service.basic("reviewer"))
                .header("X-Log-Position", position)
                .build());
    }

    private static void isProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(service.parse(response.body()).path("code").asString()).isEqualTo(code);
    }

    @Test
    void waits_for_the_views_and_gives_up_after_some_seconds() {
        service.processor("actions").shutDown();
        try {
            service.append(List.of(agreed(ACTION, "PA1")), OFFICE);
            long began = System.nanoTime();
            HttpResponse<String> response = ask(String.valueOf(position()));

            isProblem(response, 503, "view.behind");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(4_900));
        } finally {
            service.processor("actions").start();
        }
        assertThat(ask(String.valueOf(position())).statusCode()).isEqualTo(200);
    }

    @Test
    void does_not_wait_for_what_has_not_been_recorded() {
        // Nobody could wait for it to the end: that would be 503.
        for (String ahead : List.of(String.valueOf(position() + 1), "999999999999999999")) {
            isProblem(ask(ahead), 400, "request.invalid-value");
        }
    }

    @Test
    void needs_a_whole_number() {
        for (String none : List.of("latest", "-1", "9999999999999999999", "1,2", "1.0")) {
            isProblem(ask(none), 400, "request.invalid-value");
        }
    }
}
