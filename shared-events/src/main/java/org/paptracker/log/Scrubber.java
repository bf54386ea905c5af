package org.paptracker.log;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the store write over what it deleted, or replaced. Each service names a collection that it may write. */
public final class Scrubber {
    private static final Logger LOG = LoggerFactory.getLogger(Scrubber.class);

    private final MongoDatabase database;
    private final String collection;

    public Scrubber(MongoDatabase database, String collection) {
        this.database = database;
        this.collection = collection;
    }

    /**
     * What was deleted until now, in any collection. For the embedded store this is what makes words unreadable in its
     * file, and so in copies made of it later. MongoDB only gives back the space of the collection named; if it will
     * not, nothing but space is lost: docs/deployment.md.
     */
    public void scrub() {
        try {
            database.runCommand(new Document("compact", collection));
        } catch (MongoCommandException | MongoSocketReadTimeoutException e) {
            LOG.warn("The store did not give back the space of what was erased. An embedded one will at its start.", e);
        }
    }
}
