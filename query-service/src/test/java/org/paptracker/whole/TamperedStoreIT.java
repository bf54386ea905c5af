package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with access to the store changes one byte behind everybody's back. A reviewer has files and the verifier. */
class TamperedStoreIT {
    private static final long POSITION = 17;

    @TempDir
    static Path directory;

    @Test
    void one_changed_byte_is_named_by_its_position() throws IOException {
        try (Oxfordshire oxfordshire = Oxfordshire.start(directory)) {
            keep(oxfordshire, "key", "key.txt");
            keep(oxfordshire, "checkpoint?size=300", "yesterday.txt");
            keep(oxfordshire, "verifier", "Verify.java");
            take(oxfordshire);
            Started before = verifier();
            assertThat(before.await(Duration.ofMinutes(1))).as(before.output()).isZero();
            assertThat(before.output()).endsWith("All of it holds.\n");

            changeOneByte(oxfordshire.store());

            take(oxfordshire);
            Started after = verifier();
            assertThat(after.await(Duration.ofMinutes(1))).as(after.output()).isEqualTo(1);
            assertThat(after.output()).endsWith("It does not hold: Entry 17 is not what was recorded.\n");
            assertThat(oxfordshire.verified())
                    .contains("\"holds\":false", "\"firstBreak\":17", "Entry 17 is not what it was");
        }
    }

    private static void take(Oxfordshire oxfordshire) throws IOException {
        keep(oxfordshire, "checkpoint", "checkpoint.txt");
        keep(oxfordshire, "export", "export.ndjson");
        keep(oxfordshire, "export/leaves", "leaves.txt");
        keep(oxfordshire, "export/texts", "texts.ndjson");
    }

    private static void keep(Oxfordshire oxfordshire, String path, String file) throws IOException {
        Files.writeString(directory.resolve(file), oxfordshire.get("reviewer", "/api/v1/audit/" + path));
    }

    private static Started verifier() {
        return Started.command(
                directory,
                Map.of(),
                "bash",
                "-c",
                "cd '%s' && '%s' Verify.java export.ndjson checkpoint.txt yesterday.txt leaves.txt texts.ndjson key.txt"
                        .formatted(directory, Path.of(System.getProperty("java.home"), "bin", "java")));
    }

    private static void changeOneByte(String store) {
        try (MongoClient client = MongoClients.create(store)) {
            MongoCollection<Document> log = client.getDatabase("paptracker").getCollection("events");
            Document commit = log.find(new Document("_id", new Document("$gte", POSITION)))
                    .sort(new Document("_id", 1))
                    .first();
            assertThat(commit).isNotNull();
            List<Document> events = commit.getList("events", Document.class);
            Document event = events.get((int) (POSITION - commit.getLong("_id") + events.size() - 1));
            String payload = event.getString("payload");
            int at = payload.lastIndexOf('e');
            event.put("payload", payload.substring(0, at) + 'a' + payload.substring(at + 1));
            log.replaceOne(new Document("_id", commit.getLong("_id")), commit);
        }
    }
}
