package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a unit of work has read must still be all there is when it appends. */
class DecidedOnOldReadsTest {
    @TempDir
    static Path directory;

    private static Store store;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private MongoClient client;
    private MongoEventLog log;
    private MongoEventLog other;
    private UnitOfWork<?> unit;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void inAUnitOfWork() {
        String database = store.database().getName();
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        asked.add(event.getCommandName());
                    }
                })
                .build());
        log = Writer.log(client.getDatabase(database));
        other = Writer.log(store.database(database)); // as in another process
        log.appendEvents(Writer.event("plan", 0), Writer.event("action", 0));
        unit = DefaultUnitOfWork.startAndGet(null);
    }

    @AfterEach
    void outOfIt() {
        unit.rollback();
        client.close();
    }

    /** Whatever a unit of work does is done in this thread, so others are another one. */
    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    private static void appended(MongoEventLog by, EventMessage<?>... events) throws InterruptedException {
        elsewhere(() -> by.appendEvents(events));
    }

    private long read(String stream) {
        return log.readEvents(stream).asStream().count();
    }

    @Test
    void is_refused_once_another_process_has_added_to_what_was_read() throws Exception {
        assertThat(read("plan")).isOne();
        appended(other, Writer.event("plan", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1)))
                .isInstanceOf(DecidedOnOldReads.class)
                .hasMessageContaining("plan#1");
        assertThat(log.position()).isEqualTo(3);
    }

    @Test
    void is_refused_once_another_thread_has_added_to_what_was_read() throws Exception {
        assertThat(read("plan")).isOne();
        appended(log, Writer.event("plan", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1))).isInstanceOf(DecidedOnOldReads.class);
        assertThat(log.position()).isEqualTo(3);
    }

    @Test
    void is_refused_once_there_is_what_was_not() throws Exception {
        assertThat(read("evidence")).isZero();
        appended(other, Writer.event("evidence", 0));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1))).isInstanceOf(DecidedOnOldReads.class);
    }

    @Test
    void is_refused_if_it_was_read_again_meanwhile_for_a_unit_reads_as_it_began_to() throws Exception {
        assertThat(read("plan")).isOne();
        appended(other, Writer.event("plan", 1));
        assertThat(read("plan")).isOne();

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1))).isInstanceOf(DecidedOnOldReads.class);
    }

    @Test
    void is_refused_for_what_was_read_from_its_middle_and_in_a_unit_inside() throws Exception {
        UnitOfWork<?> inside = DefaultUnitOfWork.startAndGet(null);
        assertThat(log.readEvents("plan", 1).hasNext()).isFalse();
        inside.commit();
        appended(other, Writer.event("plan", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1))).isInstanceOf(DecidedOnOldReads.class);
    }

    @Test
    void is_recorded_if_only_others_have_grown() throws Exception {
        assertThat(read("plan")).isOne();
        appended(other, Writer.event("other", 0));
        appended(log, Writer.event("other", 1));

        log.appendEvents(Writer.event("action", 1));
        assertThat(log.position()).isEqualTo(5);
    }

    @Test
    void does_not_rest_on_what_was_read_outside_or_not_to_its_end() throws Exception {
        elsewhere(() -> read("plan"));
        assertThat(log.readEvents("plan").next().getSequenceNumber()).isZero();
        appended(other, Writer.event("plan", 1));

        log.appendEvents(Writer.event("action", 1));
        assertThat(log.position()).isEqualTo(4);
    }

    @Test
    void finds_the_one_that_has_grown_among_many() throws Exception {
        for (int i = 0; i < 1_000; i++) assertThat(read("evidence-" + i)).isZero();
        appended(other, Writer.event("evidence-617", 0));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1)))
                .isInstanceOf(DecidedOnOldReads.class)
                .hasMessageContaining("evidence-617#0");
    }

    @Test
    void leaves_it_to_the_stream_itself_to_say_that_it_has_moved() throws Exception {
        assertThat(read("plan")).isOne();
        assertThat(read("action")).isOne();
        appended(other, Writer.event("plan", 1), Writer.event("action", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(DecidedOnOldReads.class);
    }

    @Test
    void answers_a_repeated_request_as_before_whatever_has_grown_since() throws Exception {
        Map<String, String> request = Map.of(LogMetadata.REQUEST_KEY, "r-1");
        assertThat(read("plan")).isOne();
        appended(other, Writer.event("action", 1).andMetaData(request));
        appended(other, Writer.event("plan", 1));

        assertThatThrownBy(() -> log.appendEvents(Writer.event("action", 1).andMetaData(request)))
                .isInstanceOf(RequestAlreadyAccepted.class);
    }

    @Test
    void asks_the_store_nothing_more_unless_the_log_has_grown() throws Exception {
        assertThat(read("plan")).isOne();
        assertThat(read("evidence")).isZero();
        asked.clear();
        log.appendEvents(Writer.event("action", 1));
        assertThat(asked).containsExactly("insert");

        appended(log, Writer.event("other", 0));
        asked.clear();
        log.appendEvents(Writer.event("action", 2));
        assertThat(asked).containsExactly("find", "insert");
    }

    @Test
    void is_asked_on_what_an_empty_log_does_not_hold() throws Exception {
        MongoDatabase database = store.database();
        MongoEventLog first = Writer.log(database);
        assertThat(first.readEvents("plan").hasNext()).isFalse();
        appended(Writer.log(database), Writer.event("plan", 0));

        assertThatThrownBy(() -> first.appendEvents(Writer.event("action", 0))).isInstanceOf(DecidedOnOldReads.class);
        assertThat(new ArrayList<>(WholeLog.of(database).commits())).hasSize(1);
    }
}
