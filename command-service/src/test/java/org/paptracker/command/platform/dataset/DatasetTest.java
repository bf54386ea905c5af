package org.paptracker.command.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.platform.axon.RequestKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The data set that is shipped passes every rule. */
class DatasetTest {
    @TempDir
    Path directory;

    @Test
    void loads_to_its_last_line_as_fast_as_it_can_and_every_line_says_something_new() {
        try (CommandService service =
                CommandService.start(directory, "pap.dataset", "oxfordshire", "pap.rate-limit", "1")) {
            DatasetLoader loader = service.bean(DatasetLoader.class);
            Health end = await().atMost(Duration.ofMinutes(2))
                    .until(
                            loader::health,
                            health -> health.getStatus().equals(Status.UP)
                                    || String.valueOf(health.getDetails()).contains("stopped"));
            assertThat(end).isEqualTo(Health.up().build());
            Dataset dataset = Dataset.read("oxfordshire");
            RequestKeys keys = service.bean(RequestKeys.class);
            assertThat(dataset.lines())
                    .allMatch(line -> keys.accepted(line.entry().as() + ":" + dataset.requestKey(line))
                            .isPresent());
        }
    }
}
