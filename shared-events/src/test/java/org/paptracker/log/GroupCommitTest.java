package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that wait together are appended together. The first is held at the store until the others have come, so which
 * of them wait together is no matter of luck.
 */
@Timeout(60)
class GroupCommitTest {
    @TempDir
    static Path directory;

    private static Store store;

    private final List<String> inserts = new CopyOnWriteArrayList<>();
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final List<Future<?>> waiting = new ArrayList<>();
    private volatile @Nullable CountDownLatch gate;
    private String database;
    private MongoClient client;
    private MongoEventLog log;
    private MongoEventLog other;

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
        database = store.database().getName();
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (!event.getCommandName().equals("insert")) return;
                        inserts.add(event.getCommandName());
                        CountDownLatch closed = gate;
                        if (closed != null) awaitUninterrupted(closed);
                    }
                })
                .build());
        log = Writer.log(client.getDatabase(database));
        other = Writer.log(store.database(database)); // as in another process
        Writer.append(log, List.of(Writer.event("first", 0)));
        inserts.clear();
    }

    @AfterEach
    void end() {
        writers.shutdownNow();
        client.close();
        WholeLog.of(store.database(database)).isSound();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                if (!latch.await(1, TimeUnit.MINUTES)) throw new IllegalStateException("Held for too long");
                return;
            } catch (InterruptedException e) {
                // Its writer may not be told before the store has answered.
            }
        }
    }

    /** Until {@link #letThrough}, the next to append waits, and those who come after wait for that one. */
    private Future<Commit> held(String stream) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        Future<Commit> leader = append(Writer.event(stream, 0));
        while (inserts.isEmpty()) Thread.sleep(1);
        return leader;
    }

    /** What becomes of it is looked at by way of {@link #waiting}, or not of interest. */
    private static void keep(Future<?> started) {
        assertThat(started).isNotNull();
    }

    private void letThrough() {
        CountDownLatch closed = gate;
        gate = null;
        if (closed != null) closed.countDown();
    }

    private Future<Commit> append(EventMessage<?>... events) throws InterruptedException {
        return unit(() -> Writer.append(log, List.of(events)));
    }

    /** Started, and by now waiting for its turn or at the store. */
    private <T> Future<T> unit(Callable<T> work) throws InterruptedException {
        Thread[] by = new Thread[1];
        CountDownLatch started = new CountDownLatch(1);
        Future<T> future = writers.submit(() -> {
            by[0] = Thread.currentThread();
            started.countDown();
            return work.call();
        });
        started.await();
        while (!future.isDone() && !isWaiting(by[0])) Thread.sleep(1);
        waiting.add(future);
        return future;
    }

    private static boolean isWaiting(Thread thread) {
        return (thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING)
                && List.of(thread.getStackTrace()).stream()
                        .anyMatch(frame -> frame.getClassName().equals(Append.class.getName())
                                || frame.getMethodName().equals("awaitUninterrupted"));
    }

    @Test
    void those_who_wait_together_are_inserted_together_each_as_a_commit_of_its_own() throws Exception {
        Future<Commit> leader = held("leader");
        List<Future<Commit>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) others.add(append(Writer.event("other-" + i, 0), Writer.event("other-" + i, 1)));
        letThrough();

        assertThat(leader.get().position()).isEqualTo(2);
        Set<Long> positions = new HashSet<>();
        for (Future<Commit> each : others) positions.add(each.get().position());
        assertThat(positions).hasSize(20).allMatch(position -> position >= 4 && position <= 42 && position % 2 == 0);
        assertThat(inserts).hasSize(2);
        assertThat(log.position()).isEqualTo(42);
    }

    @Test
    void one_that_is_refused_takes_none_of_the_others_along() throws Exception {
        other.appendEvents(Writer.event("taken", 0));
        Future<Commit> leader = held("leader");
        List<Future<Commit>> good = new ArrayList<>();
        good.add(append(Writer.event("a", 0)));
        Future<Commit> refused = append(Writer.event("taken", 0));
        good.add(append(Writer.event("b", 0)));
        good.add(append(Writer.event("c", 0)));
        letThrough();

        leader.get();
        for (Future<Commit> each : good) assertThat(each.get().entries()).hasSize(1);
        assertThatThrownBy(refused::get).hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(log.position()).isEqualTo(6);
    }

    @Test
    void of_two_that_wait_together_for_the_same_place_in_a_stream_one_is_refused() throws Exception {
        keep(held("leader"));
        Future<Commit> one = append(Writer.event("same", 0), Writer.event("same", 1));
        Future<Commit> two = append(Writer.event("same", 0));
        Future<Commit> third = append(Writer.event("third", 0));
        letThrough();

        one.get();
        third.get();
        assertThatThrownBy(two::get).hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(log.position()).isEqualTo(5);
    }

    @Test
    void what_rests_on_a_stream_that_grows_in_the_same_batch_is_refused() throws Exception {
        keep(held("leader"));
        keep(append(Writer.event("plan", 0)));
        Future<Object> rests = unit(() -> {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            try {
                assertThat(log.readEvents("plan").hasNext()).isFalse();
                log.appendEvents(Writer.event("action", 0));
                return "appended";
            } finally {
                unit.rollback();
            }
        });
        letThrough();

        assertThatThrownBy(rests::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DecidedOnOldReads.class);
        assertThat(log.readEvents("action").hasNext()).isFalse();
        assertThat(log.readEvents("plan").hasNext()).isTrue();
    }

    @Test
    void nobody_else_is_failed_by_a_batch_whose_places_another_process_took() throws Exception {
        Future<Commit> leader = held("leader");
        List<Future<Commit>> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) others.add(append(Writer.event("other-" + i, 0)));
        other.appendEvents(Writer.event("elsewhere", 0));
        letThrough();

        leader.get();
        for (Future<Commit> each : others) each.get();
        assertThat(log.position()).isEqualTo(8);
    }

    @Test
    void who_is_interrupted_while_queueing_is_told_that_nothing_was_recorded_and_it_is_so() throws Exception {
        keep(held("leader"));
        Future<Commit> interrupted = append(Writer.event("interrupted", 0));
        Future<Commit> behind = append(Writer.event("behind", 0));
        interrupted.cancel(true);
        while (((ThreadPoolExecutor) writers).getActiveCount() > 2) Thread.sleep(1);
        letThrough();

        behind.get();
        assertThat(log.readEvents("interrupted").hasNext()).isFalse();
    }

    @Test
    void nobody_waits_for_ever_when_the_store_goes_away_under_a_batch() throws Exception {
        keep(held("leader"));
        for (int i = 0; i < 5; i++) keep(append(Writer.event("other-" + i, 0)));
        client.close();
        letThrough();

        for (Future<?> each : waiting.subList(1, waiting.size())) { // the first was at the store already
            assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void a_stream_that_has_grown_is_told_as_a_conflict() throws Exception {
        other.appendEvents(Writer.event("s", 0), Writer.event("s", 1));
        assertThatThrownBy(() -> log.appendEvents(Writer.event("s", 1))).isInstanceOf(ConcurrencyException.class);
    }
}
