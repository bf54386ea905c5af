package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.platform.store.StoreWatch;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The machine's clock is set back, and on, while people record. */
class JumpingClockTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static volatile Instant now = Instant.EPOCH; // each test sets it

    @TempDir
    Path directory;

    @Configuration
    static class SetByHand {
        @Bean
        @Primary
        Clock byHand() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return LONDON;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return fixed(now, zone);
                }
            };
        }
    }

    @Test
    void what_was_recorded_later_is_never_recorded_earlier() {
        Instant start = Instant.now();
        now = start;
        try (CommandService service = CommandService.start(directory, List.of(SetByHand.class))) {
            String action = service.action();
            for (Duration jump : List.of(Duration.ofSeconds(40), Duration.ofHours(-1), Duration.ofDays(-400))) {
                now = now.plus(jump);
                service.post("office", action + "/milestones/PA3-01.1/progress", """
                    {"effectiveOn": "2025-03-03", "note": "After a jump of %s"}\
                    """.formatted(jump))
                        .is(200);
            }
            List<Instant> recorded = service.bean(MongoDatabase.class)
                    .getCollection("events")
                    .find()
                    .sort(new Document("_id", 1))
                    .map(commit -> commit.getDate("recordedAt").toInstant())
                    .into(new ArrayList<>());
            assertThat(recorded).isSorted();
            assertThat(recorded.get(recorded.size() - 1))
                    .as("while the clock was behind")
                    .isAfterOrEqualTo(start.plusSeconds(40).truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void a_clock_more_than_a_minute_ahead_of_the_stores_records_nothing_until_it_is_put_back() {
        now = Instant.now();
        try (CommandService service = CommandService.start(directory, List.of(SetByHand.class))) {
            String action = service.action();
            String progress = action + "/milestones/PA3-01.1/progress";
            long before = service.position();
            now = Instant.now().plus(Duration.ofHours(26));

            service.post("office", progress, "{\"note\": \"From tomorrow\"}").is(503, "clock.ahead");
            assertThat(service.position()).isEqualTo(before);
            service.bean(StoreWatch.class).look();
            assertThat(service.bean("clocks", HealthIndicator.class).health().getDetails())
                    .extractingByKey("sentences")
                    .asString()
                    .contains("1 day ahead of the store's clock");

            now = Instant.now();
            service.post("office", progress, "{\"note\": \"From today\"}").is(200);
        }
    }
}
