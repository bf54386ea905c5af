package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;

/** A process that owns the embedded store and writes to it until it is killed: directory, database, a name, threads. */
final class StoreOwner {
    private StoreOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedMongo store = EmbeddedMongo.open(Path.of(arguments[0]), 0);
        Child.say("store " + store.connectionString());
        MongoDatabase database = Store.client(store.connectionString()).getDatabase(arguments[1]);
        List<MongoEventLog> logs = List.of(Writer.log(database), Writer.log(database));
        Writer.run(logs, arguments[2], Integer.parseInt(arguments[3]), Integer.MAX_VALUE);
    }
}
