package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.REGISTRATION;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

/** What a browser may do with an answer stands on each of them, errors included. */
class EveryAnswerTest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final CommandService service = CommandService.shared();

    @Test
    void is_safe_to_show() {
        String plan = "/api/v1/plans/every-answer";
        Stream.of(
                        service.put("office", plan, REGISTRATION).is(201),
                        service.put("office", plan, "{}").is(400),
                        service.put(null, plan, REGISTRATION).is(401),
                        service.put("metrics", plan, REGISTRATION).is(403),
                        service.post("office", plan + "/actions/nope/start", "{\"effectiveOn\": \"2025\"}")
                                .is(404),
                        service.post("office", "/nope", "{}").is(404),
                        service.put("office", plan, " ".repeat(300 * 1024)).is(413),
                        service.send("DELETE", "office", plan, "").is(405),
                        service.get("/actuator/health").is(200),
                        service.get("/actuator/prometheus").is(401),
                        service.get("/v3/api-docs").is(200))
                .forEach(EveryAnswerTest::assertSafe);
    }

    @Test
    void says_no_to_what_another_site_makes_a_browser_write() {
        String plan = "/api/v1/plans/from-another-site";
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertSafe(service.put("office", plan, REGISTRATION, "Sec-Fetch-Site", site)
                    .is(403, "request.from-another-site"));
        }
        service.put("office", plan, REGISTRATION, "Sec-Fetch-Site", "same-origin")
                .is(201);
    }

    private static void assertSafe(Answer answer) {
        HEADERS.forEach((name, value) -> assertThat(answer.response().headers().allValues(name))
                .as("%s %d: %s", answer.response().uri(), answer.status(), name)
                .containsExactly(value));
        assertThat(answer.header("Permissions-Policy")).isNotEmpty();
        assertThat(answer.response().headers().map().keySet())
                .doesNotContain("server", "x-powered-by", "set-cookie", "access-control-allow-origin");
    }
}
