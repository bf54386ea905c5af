package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;

class LogReaderTest {
    private static final Provenance LEAD = new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", "r-1", "plan.pdf");

    @TempDir
    static Path directory;

    private static Store store;

    private final HandClock clock = new HandClock(Instant.parse("2035-03-01T09:00:00Z"));
    private MongoDatabase database;
    private MongoEventLog log;
    private LogReader reader;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void fresh() {
        database = store.database();
        log = MongoEventLog.builder()
                .database(database)
                .clock(clock)
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .build();
        reader = new LogReader(database, CommitProof.UNASKED);
    }

    private static PlanPublished published(String plan) {
        return new PlanPublished(new PlanId(plan), BusinessDate.parse("2025-02-13"), null);
    }

    private static EventMessage<?> message(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Plan", stream, sequence, published(stream), MetaData.from(LogMetadata.of(LEAD)));
    }

    private void append(String stream, int from, int to) {
        List<EventMessage<?>> events = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) events.add(message(stream, sequence));
        log.appendEvents(events);
    }

    @Test
    void an_empty_log_has_nothing_anywhere() {
        assertThat(reader.position()).isZero();
        assertThat(reader.after(0, 10)).isEmpty();
        assertThat(reader.at(1)).isEmpty();
        assertThat(reader.stream("p")).isEmpty();
        assertThat(reader.positionAt(Instant.MAX)).isZero();
    }

    @Test
    void an_entry_says_what_when_where_and_by_whom() {
        append("p", 0, 0);
        append("p", 1, 1);

        Recorded<DomainEvent> second = reader.at(2).orElseThrow();

        assertThat(second.position()).isEqualTo(2);
        assertThat(second.stream()).isEqualTo("p");
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(second.recordedAt()).isEqualTo(clock.instant());
        assertThat(second.provenance()).isEqualTo(LEAD);
        assertThat(second.event()).isEqualTo(published("p"));
        assertThat(reader.at(3)).isEmpty();
        assertThat(reader.at(0)).isEmpty();
    }

    @Test
    void a_stream_of_any_length_comes_whole_and_in_order_and_alone() {
        append("other", 0, 2);
        append("p", 0, 48);
        append("p", 49, 51); // across the first fifty
        append("p-longer", 0, 0);
        append("p", 52, 99); // fills the second fifty exactly
        append("other", 3, 3);

        assertThat(reader.stream("p")).extracting(Recorded::sequence).containsExactlyElementsOf(range(0, 99));
        assertThat(reader.stream("p")).extracting(Recorded::stream).containsOnly("p");
        assertThat(reader.stream("other")).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 105L);
    }

    @Test
    void what_follows_a_position_is_never_more_than_asked_for_and_may_begin_within_a_commit() {
        append("a", 0, 0);
        append("b", 0, 4);
        append("c", 0, 0);

        assertThat(reader.after(3, 2)).extracting(Recorded::position).containsExactly(4L, 5L);
        assertThat(reader.after(0, 100)).extracting(Recorded::position).containsExactlyElementsOf(range(1, 7));
        assertThat(reader.after(7, 100)).isEmpty();
    }

    @Test
    void the_head_moves_on_while_others_write() {
        append("a", 0, 1);
        assertThat(reader.position()).isEqualTo(2);
        append("b", 0, 0);
        assertThat(reader.position()).isEqualTo(3);
    }

    @Test
    void a_moment_is_found_exactly_whatever_the_commits_sizes() {
        List<Instant> recordedAt = new ArrayList<>();
        for (int commit = 0; commit < 40; commit++) {
            if (commit % 3 != 0) clock.advanceMillis(commit); // some share a moment
            append("s" + commit, 0, commit % 4);
            recordedAt.addAll(Collections.nCopies(commit % 4 + 1, clock.instant()));
        }
        for (Instant moment : recordedAt) {
            for (Instant asked : List.of(moment.minusMillis(1), moment, moment.plusMillis(1))) {
                long expected =
                        recordedAt.stream().filter(at -> !at.isAfter(asked)).count();
                assertThat(reader.positionAt(asked)).isEqualTo(expected);
            }
        }
    }

    @Test
    void an_unknown_name_is_reported_with_its_position_and_hides_nothing_else() {
        append("p", 0, 0);
        log.appendEvents(new GenericDomainEventMessage<>("Plan", "q", 0, "not an event of ours"));
        append("p", 1, 1);
        rename(2, "thing-that-nobody-knows");

        assertThatThrownBy(() -> reader.stream("q"))
                .isInstanceOfSatisfying(UnreadableEvent.class, unreadable -> {
                    assertThat(unreadable.position()).isEqualTo(2);
                    assertThat(unreadable.name()).isEqualTo("thing-that-nobody-knows");
                })
                .hasMessageContaining("2")
                .hasMessageContaining("thing-that-nobody-knows");
        assertThatThrownBy(() -> reader.after(0, 10)).isInstanceOf(UnreadableEvent.class);
        assertThat(reader.after(2, 10)).hasSize(1);
        assertThat(reader.stream("p")).hasSize(2);
    }

    @Test
    void a_stream_can_be_read_up_to_a_sequence_whatever_follows() {
        append("p", 0, 119);
        log.appendEvents(new GenericDomainEventMessage<>("Plan", "p", 120, "not an event of ours"));
        rename(121, "thing-that-nobody-knows");

        assertThat(reader.stream("p", 0, 0)).isEmpty();
        assertThat(reader.stream("p", 0, 7)).extracting(Recorded::sequence).containsExactlyElementsOf(range(0, 6));
        assertThat(reader.stream("p", 0, 100)).hasSize(100);
        assertThat(reader.stream("p", 0, 120)).hasSize(120);
        assertThatThrownBy(() -> reader.stream("p", 0, 121)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_payload_of_another_shape_is_reported_under_its_name() {
        log.appendEvents(new GenericDomainEventMessage<>("Plan", "q", 0, "just words"));
        rename(1, "plan-published");

        assertThatThrownBy(() -> reader.at(1)).isInstanceOfSatisfying(UnreadableEvent.class, unreadable -> {
            assertThat(unreadable.position()).isEqualTo(1);
            assertThat(unreadable.name()).isEqualTo("plan-published");
        });
    }

    @Test
    void a_message_that_was_not_read_from_the_order_has_position_zero() {
        Recorded<DomainEvent> recorded = Recordings.of(message("p", 3));

        assertThat(recorded.position()).isZero();
        assertThat(recorded.sequence()).isEqualTo(3);
        assertThat(recorded.stream()).isEqualTo("p");
    }

    @Test
    void a_message_of_the_logs_order_becomes_the_same_as_what_the_reader_reads() {
        append("p", 0, 1);

        List<Recorded<DomainEvent>> tracked = log.readEvents(null, false)
                .<Recorded<DomainEvent>>map(Recordings::of)
                .toList();

        assertThat(tracked).isEqualTo(reader.after(0, 10)).hasSize(2);
    }

    @Test
    void an_event_of_no_aggregate_stands_alone_and_an_unknown_actor_is_called_unknown() {
        EventMessage<?> alone = GenericEventMessage.asEventMessage(published("p"));
        log.appendEvents(alone);

        Recorded<DomainEvent> read = reader.at(1).orElseThrow();

        assertThat(read.stream()).isEqualTo(alone.getIdentifier());
        assertThat(read.sequence()).isZero();
        assertThat(read.actor()).isEqualTo("unknown");
    }

    /** Only a test may touch what is recorded. */
    private void rename(long position, String name) {
        database.getCollection("events")
                .updateOne(
                        new Document("_id", position),
                        new Document("$set", new Document(Map.of("events.0.type", name))));
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
