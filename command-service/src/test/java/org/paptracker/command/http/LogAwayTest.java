package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.log.EmbeddedMongo;

class LogAwayTest {
    @TempDir
    Path directory;

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
