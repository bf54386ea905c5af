package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final String DATABASE = "restart-" + UUID.randomUUID();

    @TempDir
    Path directory;

    @Test
    void everything_is_there_after_a_restart_and_appending_goes_on() {
        WholeLog before;
        try (Store store = Store.in(directory)) {
            MongoEventLog log = Writer.log(store.database(DATABASE));
            for (int i = 0; i < 50; i++) log.appendEvents(Writer.event("a", 2L * i), Writer.event("a", 2L * i + 1));
            before = WholeLog.of(store.database(DATABASE));
        }

        try (Store store = Store.in(directory)) {
            MongoDatabase database = store.database(DATABASE);
            assertThat(WholeLog.of(database)).isEqualTo(before);
            MongoEventLog log = Writer.log(database);
            assertThat(log.position()).isEqualTo(100);
            assertThat(log.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(100));
            assertThat(log.lastSequenceNumberFor("a")).contains(99L);

            assertThat(Writer.append(log, List.of(Writer.event("a", 100))).position())
                    .isEqualTo(101);
            WholeLog.of(database).isSound();
            WholeLog.of(database).isIndexedIn(database);
        }
    }

    @Test
    void the_first_append_after_a_restart_needs_no_reading_first() {
        try (Store store = Store.in(directory)) {
            Writer.log(store.database(DATABASE + "-2")).appendEvents(Writer.event("a", 0));
        }
        try (Store store = Store.in(directory)) {
            MongoEventLog log = Writer.log(store.database(DATABASE + "-2"));
            assertThat(Writer.append(log, List.of(Writer.event("b", 0))).position())
                    .isEqualTo(2);
        }
    }
}
