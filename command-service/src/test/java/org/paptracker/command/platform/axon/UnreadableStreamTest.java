package org.paptracker.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.SignedByHand;

/** Streams that a later version has written to: this version can't read all of them, so it decides nothing on them. */
class UnreadableStreamTest {
    private final CommandService service = CommandService.shared();
    private final String action = service.action();

    private final Document milestoneAdded = commit(service.position());
    private final Document planRegistered = commit(service.position() - 2);

    /** Other tests read the same log. */
    @AfterEach
    void readable() {
        for (Document commit : List.of(milestoneAdded, planRegistered)) {
            log().replaceOne(new Document("_id", commit.get("_id")), commit);
        }
        service.bean(MongoEventLog.class).readAnew();
    }

    @Test
    void a_command_is_refused_on_an_event_of_a_later_revision_and_accepted_once_it_can_be_read() {
        change(milestoneAdded, "revision", "99");
        isRefused();

        readable();
        start().is(200);
    }

    @Test
    void a_command_is_refused_on_an_event_of_an_unknown_name() {
        change(milestoneAdded, "type", "milestone-invented");
        isRefused();
    }

    @Test
    void a_command_is_refused_on_a_plan_that_cannot_be_read() {
        change(planRegistered, "revision", "99");
        isRefused();
    }

    @Test
    void a_command_is_refused_on_an_event_of_another_shape_than_its_name_promises() {
        change(milestoneAdded, "payload", "{\"plan\":[]}");
        isRefused();
    }

    private void isRefused() {
        service.bean(MongoEventLog.class).readAnew();
        long before = service.position();
        start().is(500, "history.unreadable");
        assertThat(service.position()).isEqualTo(before);
    }

    private CommandService.Answer start() {
        return service.post("office", action + "/start", "{\"effectiveOn\": \"2025-02-01\"}");
    }

    private void change(Document commit, String field, String value) {
        Document changed = commit(commit.getLong("_id"));
        changed.getList("events", Document.class).get(0).put(field, value);
        log().replaceOne(new Document("_id", commit.get("_id")), SignedByHand.signed(service.directory(), changed));
    }

    private Document commit(long position) {
        return log().find(new Document("_id", position)).first();
    }

    private MongoCollection<Document> log() {
        return service.bean(MongoDatabase.class).getCollection("events");
    }
}
