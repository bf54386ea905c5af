package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log does not take, and that nothing of it is recorded. */
class RefusalsTest {
    @TempDir
    static Path directory;

    private static Store store;
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
        log = Writer.log(database);
    }

    private static EventMessage<?> under(String request, EventMessage<?> event) {
        return event.andMetaData(Map.of(LogMetadata.REQUEST_KEY, request));
    }

    @Test
    void a_request_accepted_before_is_answered_with_what_it_recorded_then() {
        Commit first =
                Writer.append(log, List.of(under("r-1", Writer.event("a", 0)), under("r-1", Writer.event("a", 1))));
        log.appendEvents(Writer.event("b", 0));

        assertThatThrownBy(() -> log.appendEvents(under("r-1", Writer.event("c", 0))))
                .isInstanceOfSatisfying(
                        RequestAlreadyAccepted.class,
                        again -> assertThat(again.commit()).isEqualTo(first));
        assertThat(log.accepted("r-1")).contains(first);
        assertThat(log.accepted("r-2")).isEmpty();
        assertThat(log.position()).isEqualTo(3);
    }

    @Test
    void a_request_key_is_refused_to_another_process_too() {
        log.appendEvents(under("r-1", Writer.event("a", 0)));

        assertThatThrownBy(() -> Writer.log(database).appendEvents(under("r-1", Writer.event("a", 1))))
                .isInstanceOf(RequestAlreadyAccepted.class);
        assertThat(log.position()).isEqualTo(1);
    }

    @Test
    void a_second_first_event_of_a_stream_is_refused_as_a_second_creation() {
        log.appendEvents(Writer.event("a", 0));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("a", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(log.position()).isEqualTo(1);
    }

    @Test
    void a_stream_that_moved_on_is_a_conflict_and_the_whole_commit_is_refused() {
        log.appendEvents(Writer.event("a", 0), Writer.event("a", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("new", 0), Writer.event("a", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(AggregateStreamCreationException.class);
        assertThat(log.position()).isEqualTo(2);
        assertThat(log.readEvents("new").hasNext()).isFalse();
        log.appendEvents(Writer.event("a", 2)); // and it goes on
        assertThat(log.position()).isEqualTo(3);
    }

    @Test
    void the_same_event_twice_in_one_commit_is_refused() {
        log.appendEvents(Writer.event("a", 0));
        EventMessage<?> event = Writer.event("a", 1);

        assertThatThrownBy(() -> log.appendEvents(event, event)).isInstanceOf(ConcurrencyException.class);
        assertThat(log.position()).isEqualTo(1);
    }

    @Test
    void of_writers_racing_on_one_stream_exactly_one_wins_each_time() throws Exception {
        int writers = 4;
        int rounds = 40;
        List<MongoEventLog> logs = new ArrayList<>();
        for (int i = 0; i < writers; i++) logs.add(Writer.log(database)); // each as in a process of its own
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            for (int round = 0; round < rounds; round++) {
                long sequence = round;
                List<Future<Throwable>> outcomes = new ArrayList<>();
                for (MongoEventLog each : logs) {
                    outcomes.add(pool.submit(() -> {
                        EventMessage<?> event = Writer.event("contested", sequence);
                        start.await();
                        return catchThrowable(() -> each.appendEvents(event));
                    }));
                }
                int won = 0;
                for (Future<Throwable> outcome : outcomes) {
                    if (outcome.get() == null) won++;
                    else
                        assertThat(outcome.get())
                                .isInstanceOf(
                                        round == 0
                                                ? AggregateStreamCreationException.class
                                                : ConcurrencyException.class);
                }
                assertThat(won).isOne();
            }
        } finally {
            pool.shutdownNow();
        }
        WholeLog.of(database).isSound();
        assertThat(log.position()).isEqualTo(rounds);
    }

    @Test
    void of_one_request_sent_many_times_at_once_exactly_one_is_recorded() throws Exception {
        int senders = 4;
        List<MongoEventLog> logs = new ArrayList<>();
        for (int i = 0; i < senders; i++) logs.add(Writer.log(database));
        CyclicBarrier start = new CyclicBarrier(senders);
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try {
            for (int round = 0; round < 20; round++) {
                String request = "r-" + round;
                List<Future<Throwable>> outcomes = new ArrayList<>();
                for (int i = 0; i < senders; i++) {
                    EventMessage<?> event = under(request, Writer.event(request + "-" + i, 0));
                    MongoEventLog each = logs.get(i);
                    outcomes.add(pool.submit(() -> {
                        start.await();
                        return catchThrowable(() -> each.appendEvents(event));
                    }));
                }
                int won = 0;
                for (Future<Throwable> outcome : outcomes) {
                    if (outcome.get() == null) won++;
                    else assertThat(outcome.get()).isInstanceOf(RequestAlreadyAccepted.class);
                }
                assertThat(won).isOne();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(log.position()).isEqualTo(20);
    }
}
