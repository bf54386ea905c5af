package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;

/** What is decided on a search for words must still be all that is found when it is recorded. */
class SearchedLogTest {
    private static final String WORDS = "Jo Invented of 3 High Street";

    @TempDir
    static Path directory;

    private static Store store;
    private MongoEventLog log;
    private MongoEventLog other;
    private Eraser eraser;
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
        MongoDatabase database = store.database();
        log = Writer.log(database);
        other = Writer.log(database); // as in another process
        eraser = new Eraser(database, CommitProof.UNASKED);
        log.appendEvents(saying("plan", 0, WORDS));
        unit = DefaultUnitOfWork.startAndGet(null);
    }

    @AfterEach
    void outOfIt() {
        unit.rollback();
    }

    private static EventMessage<?> saying(String stream, long sequence, String words) {
        PlanClosed closed = new PlanClosed(new PlanId("p"), BusinessDate.parse("2025-02-13"), ErasableText.of(words));
        return new GenericDomainEventMessage<>("Plan", stream, sequence, closed);
    }

    private void meanwhile(MongoEventLog by, EventMessage<?> event) throws InterruptedException {
        Thread thread = new Thread(() -> by.appendEvents(event));
        thread.start();
        thread.join();
    }

    @Test
    void is_refused_once_the_same_words_were_recorded_elsewhere() throws Exception {
        assertThat(eraser.found(1, "reason")).hasSize(1);
        meanwhile(other, saying("next", 0, WORDS));

        assertThatThrownBy(() -> log.appendEvents(saying("redaction", 0, "Confirmed")))
                .isInstanceOf(DecidedOnOldReads.class);
        assertThat(log.position()).isEqualTo(2);
    }

    @Test
    void is_refused_if_this_process_recorded_them() throws Exception {
        assertThat(eraser.found(1, "reason")).hasSize(1);
        meanwhile(log, saying("next", 0, WORDS));

        assertThatThrownBy(() -> log.appendEvents(saying("redaction", 0, "Confirmed")))
                .isInstanceOf(DecidedOnOldReads.class);
    }

    @Test
    void is_recorded_whatever_else_was_recorded_meanwhile() throws Exception {
        assertThat(eraser.found(1, "reason")).hasSize(1);
        for (int i = 0; i < 20; i++) meanwhile(i % 2 == 0 ? log : other, saying("next", i, WORDS + "."));

        log.appendEvents(saying("redaction", 0, "Confirmed"));
        assertThat(log.position()).isEqualTo(22);
    }

    @Test
    void tells_where_the_words_are_and_what_was_recorded_there_and_when() {
        FoundPlace found = eraser.found(1, "reason").get(0);
        assertThat(found.stream()).isEqualTo("plan");
        assertThat(found.kind()).isEqualTo("plan-closed");
        assertThat(found.recordedOn().precision()).isEqualTo(BusinessDate.Precision.DAY);
        assertThat(eraser.isShort(1, "reason")).isFalse();
        assertThat(eraser.isShort(1, "note")).isFalse();
    }
}
