package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.platform.store.StoreWatch;

class LogAwayTest {
    @TempDir
    Path directory;

    @Test
    void is_told_by_health_and_metrics_which_do_not_wait_for_it() {
        try (CommandService service = CommandService.start(directory)) {
            StoreWatch watch = service.bean(StoreWatch.class);
            watch.look();
            assertThat(scraped(service)).contains("\npap_store_up 1.0").contains("\npap_log_position 0.0");
            service.get("/actuator/health").is(200);

            service.bean(EmbeddedMongo.class).close();
            watch.look();

            assertThat(scraped(service)).contains("\npap_store_up 0.0").contains("\npap_log_position 0.0");
            service.get("/actuator/health").is(503);
            service.get("/actuator/health/liveness").is(200);
        }
    }

    private static String scraped(CommandService service) {
        return service.send("GET", "metrics", "/actuator/prometheus", "")
                .is(200)
                .body();
    }

    @Test
    void is_503_and_says_when_to_try_again() {
        try (CommandService service = CommandService.start(directory)) {
            String action = service.action();
            service.bean(EmbeddedMongo.class).close();
            Answer answer = service.post("lead-t1", action + "/start", "").is(503, "log.unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.body())
                    .contains("same Idempotency-Key")
                    .doesNotContain("Nothing was recorded")
                    .doesNotContain("mongo");
        }
    }
}
