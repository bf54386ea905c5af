package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The machine's clock is set back, and on, while people record. */
class JumpingClockTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static volatile Instant now = Instant.parse("2035-03-01T10:00:00Z");

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
        try (CommandService service = CommandService.start(directory, List.of(SetByHand.class))) {
            String action = service.action();
            for (Duration jump :
                    List.of(Duration.ofSeconds(1), Duration.ofHours(-1), Duration.ofDays(-400), Duration.ofDays(500))) {
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
            assertThat(recorded.get(recorded.size() - 2))
                    .as("while the clock was behind")
                    .isEqualTo(Instant.parse("2035-03-01T10:00:01Z"));
            assertThat(recorded.get(recorded.size() - 1)).isEqualTo(now);
        }
    }
}
