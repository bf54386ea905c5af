package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.fold.Provenance;
import org.paptracker.log.KnownLog.Fact;
import org.paptracker.log.SeenLog.NotTheLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;

class SeenLogTest {
    @TempDir
    Path directory;

    private KnownLog known;
    private Store store;

    @BeforeEach
    void open() {
        known = new KnownLog(directory.resolve("data"));
        store = Store.in(directory.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static MongoEventLog log(MongoDatabase database) {
        return MongoEventLog.builder()
                .database(database)
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .build();
    }

    private static MongoEventLog append(MongoDatabase database, int from, int to) {
        MongoEventLog log = log(database);
        for (int sequence = from; sequence <= to; sequence++) {
            log.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Plan",
                    "plan:p",
                    sequence,
                    new PlanPublished(new PlanId("p"), BusinessDate.parse("2025-02-13"), null),
                    MetaData.from(LogMetadata.of(new Provenance("office", null, null, null, null))))));
        }
        return log;
    }

    @Test
    void the_same_log_is_taken_however_far_it_has_come_since() {
        MongoDatabase database = store.database();
        SeenLog seen = new SeenLog(known, append(database, 0, 1));
        append(database, 2, 3);
        seen.note();

        assertThatCode(() -> new SeenLog(known, log(database))).doesNotThrowAnyException();
        assertThat(known.read(Fact.LOG_SEEN)).get().asString().startsWith("4 ");
    }

    @Test
    void an_empty_log_is_begun_only_in_a_directory_that_has_seen_none() {
        assertThatCode(() -> new SeenLog(known, log(store.database()))).doesNotThrowAnyException();
        new SeenLog(known, append(store.database(), 0, 2));

        assertThatThrownBy(() -> new SeenLog(known, log(store.database())))
                .isInstanceOfSatisfying(
                        NotTheLog.class,
                        refused -> assertThat(refused.action())
                                .contains("restore its latest backup")
                                .contains(known.file(Fact.LOG_SEEN).toString()))
                .hasMessage("The log of this data directory had 3 entries, and the store has none");
    }

    @Test
    void a_log_that_became_shorter_is_refused() {
        MongoDatabase database = store.database();
        new SeenLog(known, append(database, 0, 2));
        database.getCollection("events").deleteOne(new Document("_id", 3L));

        assertThatThrownBy(() -> new SeenLog(known, log(database)))
                .hasMessage("The log of this data directory had 3 entries, and the store has only 2");
    }

    @Test
    void another_log_is_refused_however_long() {
        new SeenLog(known, append(store.database(), 0, 2));

        assertThatThrownBy(() -> new SeenLog(known, append(store.database(), 0, 5)))
                .hasMessage("The store holds another log than the one of this data directory, which had 3 entries");
    }
}
