package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract that Axon publishes for storage engines, and all of its parents'. */
class MongoEventLogEngineTest extends BatchingEventStorageEngineTest<MongoEventLog, MongoEventLog.Builder> {
    @TempDir
    static Path directory;

    private static Store store;
    private MongoDatabase database;

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
        setTestSubject(createEngine());
    }

    @Override
    protected MongoEventLog createEngine(UnaryOperator<MongoEventLog.Builder> customization) {
        Serializer serializer = Jackson3Serializer.builder().defaultTyping().build();
        MongoEventLog log = customization
                .apply(MongoEventLog.builder()
                        .database(database)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer))
                .build();
        setTestSubject(log);
        return log;
    }
}
