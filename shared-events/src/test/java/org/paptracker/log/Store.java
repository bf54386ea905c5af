package org.paptracker.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

/** The store the tests run on: a MongoDB at {@code PAP_TEST_MONGODB_URI}, else an embedded one in a directory. */
public final class Store implements AutoCloseable {
    private static final @Nullable String URI = System.getenv("PAP_TEST_MONGODB_URI");

    private final @Nullable EmbeddedMongo embedded;
    private final String uri;
    private final MongoClient client;

    private Store(@Nullable EmbeddedMongo embedded, String uri) {
        this.embedded = embedded;
        this.uri = uri;
        client = client(uri);
    }

    public static Store in(Path directory) {
        if (URI != null) return new Store(null, URI);
        EmbeddedMongo embedded = EmbeddedMongo.open(directory, 0);
        return new Store(embedded, embedded.connectionString());
    }

    public static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    public String uri() {
        return uri;
    }

    /** A database of its own for each caller. */
    public MongoDatabase database() {
        return client.getDatabase("test-" + UUID.randomUUID());
    }

    public MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) embedded.close();
    }
}
