package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import com.mongodb.MongoCommandException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.Eraser;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.Scrubber;
import org.paptracker.log.TwoDoors;
import org.paptracker.platform.store.LogDatabase;
import org.paptracker.values.action.Rating;

/** The query-service needs no right to write the log, and where it has one it does not use it. ADR 2. */
class LogIsReadOnlyTest {
    private static final String ACTIONS = "/api/v1/plans/oxfordshire-pap/actions";

    @TempDir
    static Path directory;

    private static TwoDoors store;
    private static QueryService service;

    @BeforeAll
    static void start() {
        store = TwoDoors.open(directory);
        service = QueryService.reading(store, directory);
        service.append(List.of(plan(), agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-04")), OFFICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void it_answers_catches_up_and_replays_where_any_write_to_the_log_is_refused() {
        int before = store.refused().size();
        assertThat(service.json(ACTIONS).toString()).contains(ACTION.toString());

        service.append(List.of(progress("2025-02-01", Rating.ON_TRACK, 40)), LEAD);
        service.awaitViews();
        assertThat(service.json(ACTIONS + "/" + ACTION).toString()).contains("40");
        assertThat(service.json("/api/v1/plans/oxfordshire-pap/audit").toString())
                .contains(ACTION.toString());
        assertThat(service.get("/api/v1/audit/checkpoint").statusCode()).isEqualTo(200);

        Map<String, Map<Object, Object>> views = service.stored();
        service.replay("actions");
        String projection = "/api/v1/projections/actions";
        assertThat(service.post("office", projection + "/replay", "{\"reason\": \"VIEW_IN_DOUBT\"}")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.jsonAs("office", projection).has("lastReplay"));
        assertThat(service.stored()).isEqualTo(views);
        service.bean(Scrubber.class).scrub();

        assertThat(store.refused()).hasSize(before);
    }

    @Test
    void what_it_tries_to_append_is_refused_before_the_store_is_asked() {
        int before = store.refused().size();
        long position = service.log().position();
        assertThatThrownBy(() -> service.bean(MongoEventLog.class)
                        .appendEvents(new GenericDomainEventMessage<>("action", "action:planted", 0, agreed(ACTION))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("reading only");
        assertThat(service.beans(Eraser.class)).isEmpty();
        assertThat(service.log().position()).isEqualTo(position);
        assertThat(store.refused()).hasSize(before);
    }

    @Test
    void a_planted_write_is_refused_by_the_store() {
        LogDatabase log = service.bean(LogDatabase.class);
        assertThatThrownBy(
                        () -> MongoEventLog.builder().database(log.database()).build())
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("Unauthorized");
        assertThatThrownBy(() -> log.database().getCollection("events").deleteMany(new Document()))
                .isInstanceOf(MongoCommandException.class);
        assertThat(store.refused()).contains("createIndexes", "delete");
    }
}
