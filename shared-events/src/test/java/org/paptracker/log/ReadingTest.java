package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    private static final int BATCH = 100;

    @TempDir
    static Path directory;

    private static Store store;

    private final HandClock clock = new HandClock(Instant.parse("2035-03-01T09:00:00Z"));
    private MongoDatabase database;
    private MongoEventLog log;

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
        EventSerializer serializer = new EventSerializer();
        log = MongoEventLog.builder()
                .database(database)
                .clock(clock)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    private void append(String stream, int events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (int sequence = 0; sequence < events; sequence++) messages.add(Writer.event(stream, sequence));
        log.appendEvents(messages);
    }

    private List<Long> positionsAfter(long position) {
        return log.readEvents(new GlobalSequenceTrackingToken(position), false)
                .map(ReadingTest::position)
                .toList();
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void a_token_in_the_middle_of_a_commit_goes_on_with_the_next_event() {
        append("a", 2);
        append("b", 3);
        append("c", 2);

        for (long position = 0; position <= 7; position++) {
            assertThat(positionsAfter(position)).isEqualTo(range(position + 1, 7));
        }
    }

    @Test
    void a_commit_far_bigger_than_a_batch_is_read_whole_and_from_anywhere_in_it() {
        append("a", 1);
        append("big", 5_000);
        append("b", 1);

        assertThat(log.batchSize()).isEqualTo(BATCH);
        for (long position : List.of(0L, 1L, 2L, 99L, 100L, 101L, 2_500L, 5_000L, 5_001L, 5_002L)) {
            assertThat(positionsAfter(position)).isEqualTo(range(position + 1, 5_002));
        }
        assertThat(log.readEvents("big").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(range(0, 4_999));
        assertThat(new LogReader(database, CommitProof.UNASKED)
                        .at(3_000)
                        .orElseThrow()
                        .sequence())
                .isEqualTo(2_998);
    }

    @Test
    void a_new_log_finds_the_head_after_a_commit_bigger_than_any_batch() {
        append("a", 1);
        append("big", 1_000);

        assertThat(Writer.log(database).position()).isEqualTo(1_001);
    }

    @Test
    void reading_stops_at_a_hole() {
        append("a", 1);
        append("b", 2);
        append("c", 1);
        append("d", 1);
        database.getCollection("events").deleteOne(new Document("_id", 3L)); // never so in truth

        assertThat(positionsAfter(0)).containsExactly(1L);
        assertThat(positionsAfter(1)).isEmpty();
        assertThat(positionsAfter(2)).isEmpty();
        assertThat(positionsAfter(3)).containsExactly(4L, 5L);
    }

    @Test
    void a_token_past_the_end_reads_nothing() {
        append("a", 3);

        assertThat(positionsAfter(3)).isEmpty();
        assertThat(positionsAfter(1_000)).isEmpty();
    }

    @Test
    void what_is_appended_after_the_end_was_met_is_read_next() {
        append("a", 1);
        assertThat(positionsAfter(1)).isEmpty();
        append("b", 2);
        assertThat(positionsAfter(1)).containsExactly(2L, 3L);
    }

    @Test
    void the_time_of_recording_never_goes_back_when_the_clock_does() {
        Instant noon = Instant.parse("2035-03-01T12:00:00Z");
        for (int minute : new int[] {0, 5, -60, -59, 4, 6}) {
            clock.set(noon.plusSeconds(60L * minute));
            append("at" + minute, 1);
        }
        // another process, whose clock is late
        Writer.log(database).appendEvents(Writer.event("late", 0));

        List<Instant> recordedAt = log.readEvents(null, false)
                .<Instant>map(TrackedEventMessage::getTimestamp)
                .toList();
        Instant five = noon.plusSeconds(300);
        Instant six = noon.plusSeconds(360);
        assertThat(recordedAt).containsExactly(noon, five, five, five, five, six, six);
    }
}
