package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/**
 * A process that owns the embedded store and writes to it until it is killed: directory, database, a name, threads, and
 * whether it writes its file anew again and again meanwhile.
 */
final class StoreOwner {
    private StoreOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedMongo store = EmbeddedMongo.open(Path.of(arguments[0]), 0);
        Child.say("store " + store.connectionString());
        MongoDatabase database = Store.client(store.connectionString()).getDatabase(arguments[1]);
        if (Boolean.parseBoolean(arguments[4])) scrubForEver(database);
        List<MongoEventLog> logs = List.of(Writer.log(database), Writer.log(database));
        Writer.run(logs, arguments[2], Integer.parseInt(arguments[3]), Integer.MAX_VALUE);
    }

    private static void scrubForEver(MongoDatabase database) {
        Thread scrubber = new Thread(() -> {
            while (true) database.runCommand(new Document("compact", "events"));
        });
        scrubber.setDaemon(true);
        scrubber.start();
    }
}
