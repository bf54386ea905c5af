package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent;
import org.paptracker.log.LogReader;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.audit.Audit;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.ledger.LedgerProjection;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.values.action.ActionCode;
import org.paptracker.whole.Tally;

/** So many entries at once that can't be read that the dead letters come to their end. ADR 20. */
class PoisonedLogTest {
    private static final int MANY = Tally.LONG ? 1_000 : 100;
    private static final int MOST_STREAMS = 1_024;
    private static final AsAt NOW = Everything.asAt(null, null, LocalDate.of(2025, 6, 1));

    @TempDir
    Path directory;

    @Test
    void many_at_once_are_parked_and_one_too_many_stops_the_projection_and_no_other() {
        try (QueryService service = QueryService.start(directory)) {
            service.append(List.of(History.plan()), OFFICE);
            poison(service, 0, MANY);
            agree(service, "After-many");
            await(() -> position(service, Audit.PROJECTION) == MANY + 2);
            service.awaitViews();

            assertThat(parked(service, Audit.PROJECTION)).isEqualTo(MANY);
            assertThat(parked(service, Actions.PROJECTION)).isZero();
            assertThat(view(service, "After-many")).isEqualTo(folded(service, "After-many"));
            requireWholeTree(service);

            if (!Tally.LONG) return; // the rest takes minutes on the embedded store
            poison(service, MANY, MOST_STREAMS + 20);
            agree(service, "After-too-many");
            long head = service.bean(MongoEventLog.class).position();
            await(() -> position(service, LedgerProjection.PROJECTION) == head
                    && position(service, Actions.PROJECTION) == head
                    && parked(service, Audit.PROJECTION) == MOST_STREAMS);
            requireWholeTree(service);
            assertThat(view(service, "After-too-many")).isEqualTo(folded(service, "After-too-many"));
            assertThat(position(service, Audit.PROJECTION)).isLessThan(head);
            assertThat(service.metric("pap_projection_lag", "projection=\"" + Audit.PROJECTION + "\""))
                    .isPositive();

            service.bean(EventProcessingConfiguration.class)
                    .deadLetterQueue(Audit.PROJECTION)
                    .orElseThrow()
                    .clear();
            await(() -> position(service, Audit.PROJECTION) == head);
            assertThat(parked(service, Audit.PROJECTION)).isPositive();
        }
    }

    /** Parking takes its time on the embedded store: each letter is looked for among all others. */
    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(condition);
    }

    private static void agree(QueryService service, String action) {
        service.append(List.of(History.agreed(new ActionCode(action), "PA3")), OFFICE);
    }

    private static String stream(String action) {
        return "action:" + PLAN + "/" + action;
    }

    private static ActionView view(QueryService service, String action) {
        return service.bean(Actions.class).get(PLAN, new ActionCode(action), NOW);
    }

    private static ActionView folded(QueryService service, String action) {
        return Everything.told(ActionView.FOLD.over(service.bean(LogReader.class).stream(stream(action)).stream()
                .map(recorded -> recorded.as(ActionEvent.class))
                .toList()));
    }

    private static double parked(QueryService service, String projection) {
        return service.metric("pap_dead_letters", "projection=\"" + projection + "\"");
    }

    private static long position(QueryService service, String projection) {
        return service.bean(ProjectionPositions.class).position(projection);
    }

    private static void requireWholeTree(QueryService service) {
        long head = service.bean(MongoEventLog.class).position();
        var answer = service.verified();
        assertThat(answer.path("holds").asBoolean()).isTrue();
        assertThat(answer.path("size").asLong()).isEqualTo(head);
    }

    /** Each in a stream of its own, of a family and a name from the future, past the code that writes the log. */
    private static void poison(QueryService service, int from, int to) {
        MongoCollection<Document> log = service.bean(MongoDatabase.class).getCollection("events");
        long position = service.bean(MongoEventLog.class).position();
        Date now = Date.from(Instant.now());
        List<Document> commits = new ArrayList<>();
        for (int i = from; i < to; i++) {
            position++;
            commits.add(service.signed(new Document("_id", position)
                    .append("size", 1)
                    .append("recordedAt", now)
                    .append("keys", List.of("after:" + (position - 1), "future:" + i + "#0"))
                    .append("events", List.of(poisoned(i, now)))
                    .append("texts", new Document())));
        }
        log.insertMany(commits);
    }

    private static Document poisoned(int number, Date now) {
        return new Document("id", "poison-" + number)
                .append("stream", "future:" + number)
                .append("streamType", "future")
                .append("sequence", 0L)
                .append("raisedAt", now)
                .append("type", "invented-in-the-future")
                .append("revision", "1")
                .append("payload", "{}")
                .append("metadata", "{\"actor\":\"office\"}");
    }
}
