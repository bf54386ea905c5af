package org.paptracker.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.log.MongoEventLog;

/** Somebody has changed in the store what a decision rests on: nothing is decided, and nothing recorded. */
class UnprovenStreamTest {
    private final CommandService service = CommandService.shared();
    private final String action = service.action();
    private final Document milestoneAdded = commit(service.position());

    /** Other tests read the same log. */
    @AfterEach
    void asItWas() {
        log().replaceOne(new Document("_id", milestoneAdded.get("_id")), milestoneAdded);
        service.bean(MongoEventLog.class).readAnew();
    }

    @Test
    void a_command_is_refused_on_an_entry_that_was_changed_and_accepted_once_it_is_put_back() {
        Document commit = commit(milestoneAdded.getLong("_id"));
        Document entry = commit.getList("events", Document.class).get(0);
        entry.put("payload", entry.getString("payload").replace("2025-04", "2025-05"));
        isRefusedOn(commit);

        asItWas();
        start().is(200);
    }

    @Test
    void a_command_is_refused_on_an_entry_that_no_service_signed() {
        Document commit = commit(milestoneAdded.getLong("_id"));
        commit.remove("signature");
        isRefusedOn(commit);
    }

    private void isRefusedOn(Document commit) {
        log().replaceOne(new Document("_id", commit.get("_id")), commit);
        service.bean(MongoEventLog.class).readAnew();
        long before = service.position();
        start().is(500, "log.unproven");
        assertThat(service.position()).isEqualTo(before);
    }

    private CommandService.Answer start() {
        return service.post("office", action + "/start", "{\"effectiveOn\": \"2025-02-01\"}");
    }

    private Document commit(long position) {
        return log().find(new Document("_id", position)).first();
    }

    private MongoCollection<Document> log() {
        return service.bean(MongoDatabase.class).getCollection("events");
    }
}
