package org.paptracker.query.oldlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bson.Document;
import org.paptracker.log.EmbeddedMongo;

/**
 * A log as an earlier version of this program left it in the store, with every type of event that it knew, and what
 * that version answered about it. Never written again by a later version: see {@code README.md} beside the files.
 */
final class OldLog {
    static final Path FOLDER = Path.of("src/test/resources/old-log");

    /** An example that others published, and the key that the old version signed with: packs hold a signed checkpoint. */
    private static final String KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private OldLog() {}

    /** The documents of the log, in order. */
    static List<Document> commits() {
        return Lines.read(FOLDER.resolve("events.ndjson.gz")).stream()
                .map(Document::parse)
                .toList();
    }

    static List<Asked> answers() {
        return Asked.read(FOLDER.resolve("answers.ndjson.gz"));
    }

    /** Makes the data of an installation that has the log and nothing else: every view is still to come. */
    static void writeTo(Path directory) throws IOException {
        Path key = Files.createFile(
                directory.resolve("audit-signing-key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, KEY);
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase("paptracker").getCollection("events").insertMany(commits());
        }
    }
}
