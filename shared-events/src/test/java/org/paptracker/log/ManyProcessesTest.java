package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;

/** Several processes write one log, as several command-services do. */
class ManyProcessesTest {
    private static final int PROCESSES = 2;
    private static final int THREADS = 4;
    private static final int COMMITS_EACH = Faults.LONG ? 625 : 250;
    private static final int ROUNDS = Faults.LONG ? 8 : 2;
    private static final int PLANS = 40;

    @TempDir
    static Path directory;

    private static Store store;
    private MongoDatabase database;

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
    }

    @Test
    void a_reader_never_sees_a_hole_a_repeat_or_another_order_while_eight_writers_append() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        ExecutorService reading = Executors.newSingleThreadExecutor();
        try (Child one = writer("one", COMMITS_EACH);
                Child two = writer("two", COMMITS_EACH)) {
            Future<Long> tail = reading.submit(() -> tail(written::get));
            one.finish();
            two.finish();
            written.set(true);

            WholeLog log = WholeLog.of(database);
            log.isSound();
            Map<Long, String> acknowledged = new TreeMap<>(one.acknowledged());
            acknowledged.putAll(two.acknowledged());
            assertThat(log.heads()).hasSize(PROCESSES * THREADS * COMMITS_EACH).isEqualTo(acknowledged);
            assertThat(tail.get(1, TimeUnit.MINUTES)).isEqualTo(log.position());
        } finally {
            reading.shutdownNow();
        }
    }

    @Test
    void what_a_writer_was_told_is_recorded_outlives_its_death_in_mid_append() throws Exception {
        long seed = Faults.seed();
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch enough = new CountDownLatch(1 + random.nextInt(200));
            try (Child doomed = Child.start(
                    line -> enough.countDown(),
                    Writer.class,
                    store.uri(),
                    database.getName(),
                    "round-" + round,
                    THREADS,
                    Integer.MAX_VALUE)) {
                assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
                doomed.kill();
                acknowledged.putAll(doomed.acknowledged());
            }
        }
        // Others go on where it stopped.
        Writer.append(Writer.log(database), List.of(Writer.event("after", 0)));

        WholeLog log = WholeLog.of(database);
        log.isSound();
        assertThat(log.heads()).as("seed %s", seed).containsAllEntriesOf(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
    }

    @Test
    void nothing_is_recorded_on_what_others_have_ended_meanwhile() throws Exception {
        List<CountDownLatch> recording = Stream.generate(() -> new CountDownLatch(PROCESSES))
                .limit(PLANS)
                .toList();
        Consumer<String> listener =
                line -> recording.get(Integer.parseInt(line.split(" ", -1)[1])).countDown();
        MongoEventLog log = Writer.log(database);
        try (Child one = recorder("one", listener);
                Child two = recorder("two", listener)) {
            for (int plan = 0; plan < PLANS; plan++) {
                assertThat(recording.get(plan).await(1, TimeUnit.MINUTES)).isTrue();
                log.appendEvents(Writer.event(Recorder.plan(plan), 0));
            }
            one.finish();
            two.finish();
        }
        WholeLog whole = WholeLog.of(database);
        whole.isSound();
        Set<String> closed = new HashSet<>();
        for (String stream : whole.streams()) {
            assertThat(closed).doesNotContain(Recorder.planOf(stream));
            if (stream.equals(Recorder.planOf(stream))) closed.add(stream);
        }
        assertThat(closed).hasSize(PLANS);
    }

    private Child recorder(String name, Consumer<String> listener) throws Exception {
        return Child.start(listener, Recorder.class, store.uri(), database.getName(), name, PLANS);
    }

    private Child writer(String name, int commits) throws Exception {
        return Child.start(Writer.class, store.uri(), database.getName(), name, THREADS, commits);
    }

    /** Follows the log until all is written and read; answers the last position. */
    private long tail(Callable<Boolean> written) throws Exception {
        LogReader reader = new LogReader(database, CommitProof.UNASKED);
        Map<String, Long> sequences = new HashMap<>();
        Instant at = Instant.EPOCH;
        long position = 0;
        while (true) {
            boolean last = written.call(); // asked before reading: what is there now is all there will be
            List<Recorded<DomainEvent>> batch = reader.after(position, 100);
            for (Recorded<DomainEvent> next : batch) {
                assertThat(next.position()).isEqualTo(position + 1);
                assertThat(next.sequence()).isEqualTo(sequences.getOrDefault(next.stream(), -1L) + 1);
                assertThat(next.recordedAt()).isAfterOrEqualTo(at);
                sequences.put(next.stream(), next.sequence());
                position = next.position();
                at = next.recordedAt();
            }
            if (last && batch.isEmpty()) return position;
        }
    }
}
