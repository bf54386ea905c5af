package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Date;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.log.KnownLog.Fact;
import org.paptracker.signing.KeyUnusable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.redaction.RedactionGround;

/** A commit that no command-service decided is read by nobody, and a changed one is such a commit. */
class CommitProofTest {
    @TempDir
    Path directory;

    @TempDir
    Path storeDirectory;

    private EmbeddedMongo store;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void open() {
        store = EmbeddedMongo.open(storeDirectory, 0);
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("proof");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private MongoEventLog log(CommitProof proof) {
        EventSerializer serializer = new EventSerializer();
        return MongoEventLog.builder()
                .database(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .proof(proof)
                .build();
    }

    private MongoEventLog writer() {
        return log(CommitKeys.in(directory).signing(database));
    }

    private LogReader reader() {
        return new LogReader(database, CommitKeys.in(directory).reading());
    }

    private static void write(MongoEventLog log, String stream, int from, int to) {
        for (int i = from; i < to; i++) log.appendEvents(List.<EventMessage<?>>of(Writer.event(stream, i)));
    }

    private MongoCollection<Document> commits() {
        return database.getCollection("events");
    }

    private Document commit(long position) {
        return commits().find(new Document("_id", position)).first();
    }

    private void put(Document commit) {
        commits().replaceOne(new Document("_id", commit.get("_id")), commit);
    }

    @Test
    void what_a_command_service_wrote_is_read_by_all_and_only_its_owner_can_read_the_key() throws IOException {
        write(writer(), "plan-1", 0, 3);

        assertThat(reader().stream("plan-1")).hasSize(3);
        assertThat(reader().after(0, 10)).hasSize(3);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve(CommitKeys.SIGNING.file()))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "stream", "streamType", "sequence", "raisedAt", "type", "revision", "payload", "metadata"})
    void a_change_of_any_field_of_an_entry_is_noticed(String field) {
        write(writer(), "plan-1", 0, 2);
        Document commit = commit(2);
        Document entry = commit.getList("events", Document.class).get(0);
        Object now = entry.get(field);
        if (now instanceof Date date)
            entry.put(field, Date.from(date.toInstant().plusMillis(1)));
        else if (now instanceof Long number) entry.put(field, number + 1);
        else entry.put(field, now + " ");
        put(commit.append("keys", List.of("after:1", entry.get("stream") + "#" + entry.get("sequence"))));

        isRefused(2, "The commit of entry 2 bears a signature that is not for what it says.");
    }

    private void isRefused(long position, String sentence) {
        LogReader reader = reader();
        assertThatThrownBy(() -> reader.at(position))
                .isInstanceOf(UnprovenCommit.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> reader.after(0, 10)).isInstanceOf(UnprovenCommit.class);
        assertThatThrownBy(() -> writer().appendEvents(List.<EventMessage<?>>of(Writer.event("plan-1", 7))))
                .isInstanceOf(UnprovenCommit.class);
        assertThat(reader.at(position - 1)).isPresent();
    }

    @Test
    void a_later_time_and_another_place_are_noticed() {
        write(writer(), "plan-1", 0, 2);
        Document commit = commit(2);
        put(new Document(commit)
                .append(
                        "recordedAt",
                        Date.from(commit.getDate("recordedAt").toInstant().plusMillis(1))));
        isRefused(2, "The commit of entry 2 bears a signature that is not for what it says.");

        commits().deleteOne(new Document("_id", 2L));
        commits().insertOne(new Document(commit(1)).append("_id", 2L).append("keys", List.of("after:1", "moved#0")));
        assertThatThrownBy(() -> reader().at(2)).isInstanceOf(UnprovenCommit.class);
    }

    @Test
    void one_without_a_signature_or_with_that_of_an_unknown_key_is_refused(@TempDir Path elsewhere) {
        write(writer(), "plan-1", 0, 2);
        Document commit = commit(2);
        Document unsigned = new Document(commit);
        unsigned.remove("signature");
        put(unsigned);
        isRefused(2, "The commit of entry 2 bears no signature of a command-service.");

        CommitProof other = CommitKeys.in(elsewhere).signing(client.getDatabase("other"));
        put(unsigned.append("signature", other.signed(Commit.from(unsigned)).signature()));
        isRefused(2, "The commit of entry 2 is signed with a key that is not known here.");
    }

    @Test
    void erasing_words_breaks_no_signature() {
        write(writer(), "plan-1", 0, 2);
        Eraser eraser = new Eraser(database, CommitKeys.in(directory).signing(database));
        eraser.erase(
                eraser.places(1, "reason"),
                new Redaction(BusinessDate.parse("2025-03-03"), RedactionGround.COURT_ORDER));

        assertThat(commit(1).get("texts").toString()).doesNotContain("Reason 0");
        assertThat(reader().stream("plan-1")).hasSize(2);
    }

    @Test
    void of_a_log_from_before_only_what_was_there_at_the_first_start_goes_without() {
        write(log(CommitProof.UNASKED), "plan-1", 0, 3);
        write(writer(), "plan-1", 3, 5);

        assertThat(new KnownLog(directory).read(Fact.UNSIGNED_UP_TO)).hasValue("3");
        assertThat(reader().stream("plan-1")).hasSize(5);
        write(log(CommitProof.UNASKED), "plan-1", 5, 6);
        assertThatThrownBy(() -> reader().stream("plan-1")).isInstanceOf(UnprovenCommit.class);
    }

    @Test
    void a_key_that_was_lost_is_replaced_and_what_it_signed_stays_proven() throws IOException {
        write(writer(), "plan-1", 0, 2);
        Files.delete(directory.resolve(CommitKeys.SIGNING.file()));
        write(writer(), "plan-1", 2, 4);

        assertThat(reader().stream("plan-1")).hasSize(4);
    }

    @Test
    void a_directory_that_knows_no_key_is_not_the_one_of_a_signed_log(@TempDir Path wrong) {
        write(writer(), "plan-1", 0, 2);

        assertThatThrownBy(() -> CommitKeys.in(wrong).signing(database))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("has none of the keys they were signed with");
        assertThat(wrong).isEmptyDirectory();
    }

    @Test
    void on_mongodb_keys_are_given_and_a_log_from_before_has_to_be_said_to_be_one(@TempDir Path empty) {
        assertThatThrownBy(() -> new CommitKeys("", "", "", empty, true).signing(database))
                .hasMessage("PAP_COMMIT_SIGNING_KEY is not set");
        assertThatThrownBy(() -> new CommitKeys("", "", "", empty, true).reading())
                .hasMessage("PAP_COMMIT_KEYS is not set");
        write(log(CommitProof.UNASKED), "plan-1", 0, 3);
        String key = CommitKeys.SIGNING.in(directory).secret();
        assertThatThrownBy(() -> new CommitKeys(key, "", "", empty, true).signing(database))
                .hasMessageContaining("nothing says that it is from before");
        write(log(new CommitKeys(key, "", "3", empty, true).signing(database)), "plan-1", 3, 4);

        String verifier = CommitKeys.SIGNING.in(directory).verifier().toString();
        CommitProof proof = new CommitKeys("", verifier, "3", empty, true).reading();
        assertThat(new LogReader(database, proof).stream("plan-1")).hasSize(4);
        assertThat(empty).isEmptyDirectory();
    }

    /** The signature is for the place that was finally taken. */
    @Test
    void two_services_that_race_sign_what_they_come_to_write() throws InterruptedException {
        Writer.run(List.of(writer(), writer()), "racing", 4, 25);

        assertThat(reader().after(0, 1_000)).hasSize(196);
    }

    @Test
    void a_snapshot_in_the_store_is_decided_on_by_nobody() {
        MongoEventLog log = writer();
        write(log, "plan-1", 0, 2);
        log.storeSnapshot((DomainEventMessage<?>) Writer.event("plan-1", 1));

        assertThat(log.readSnapshot("plan-1")).isEmpty();
    }
}
