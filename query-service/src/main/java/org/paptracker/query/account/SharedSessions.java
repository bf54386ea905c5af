package org.paptracker.query.account;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.session.PersistentManager;
import org.apache.catalina.session.StandardSession;
import org.apache.catalina.session.StoreBase;
import org.apache.catalina.valves.PersistentValve;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.logging.OnceAMinute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * On MongoDB there may be several query-services, and each request may come to another one. So sessions lie in the store,
 * and no process keeps any: Tomcat loads one before a request and saves it after. On the embedded store there is one
 * query-service, which keeps them in memory. ADR 17.
 */
final class SharedSessions extends StoreBase {
    static final String COLLECTION = "sessions";
    private static final Logger LOG = LoggerFactory.getLogger(SharedSessions.class);

    /** What has no session: the API, and what pages are made of. */
    private static final String WITHOUT = "/(api|actuator|v3|pages)/.*";

    /** What a session can be made of. What else the store may hold is not made into objects. */
    private static final String CLASSES = "java\\.(lang|util|time|net)\\..*|\\[.*|org\\.springframework\\.security\\..*"
            + "|jakarta\\.servlet\\.http\\.Cookie|org\\.paptracker\\..*";

    private final ObjectProvider<MongoDatabase> database;

    private SharedSessions(ObjectProvider<MongoDatabase> database) {
        this.database = database;
    }

    @Component
    @ConditionalOnExpression("!'${pap.mongodb-uri}'.isEmpty()")
    static final class Install implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private final ObjectProvider<MongoDatabase> database;

        Install(ObjectProvider<MongoDatabase> database) {
            this.database = database;
        }

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(this::share);
        }

        private void share(Context context) {
            PersistentManager sessions = new PersistentManager();
            sessions.setStore(new SharedSessions(database));
            sessions.setSessionAttributeValueClassNameFilter(CLASSES);
            context.setManager(sessions);
            PersistentValve valve = new PersistentValve();
            valve.setFilter(WITHOUT);
            context.getPipeline().addValve(valve);
        }
    }

    private MongoCollection<Document> stored() {
        return database.getObject().getCollection(COLLECTION);
    }

    private static Document by(String id) {
        return new Document("_id", id);
    }

    @Override
    public void save(Session session) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(data)) {
            ((StandardSession) session).writeObjectData(out);
        }
        Instant until = Instant.now().plusSeconds(session.getMaxInactiveInterval());
        Document document = by(session.getIdInternal())
                .append("until", Date.from(until))
                .append("data", new Binary(data.toByteArray()));
        try {
            stored().replaceOne(by(session.getIdInternal()), document, new ReplaceOptions().upsert(true));
        } catch (MongoException e) { // the answer is out
            LOG.warn(OnceAMinute.REPEATED, "A session could not be kept, so somebody has to sign in again", e);
        }
    }

    @Override
    public @Nullable Session load(String id) throws ClassNotFoundException, IOException {
        Document found = stored().find(by(id)).first();
        if (found == null) return null;
        byte[] data = found.get("data", Binary.class).getData();
        StandardSession session = (StandardSession) getManager().createEmptySession();
        try (ObjectInputStream in = getObjectInputStream(new ByteArrayInputStream(data))) {
            session.readObjectData(in);
        }
        session.setManager(getManager());
        return session;
    }

    @Override
    public void remove(String id) {
        stored().deleteOne(by(id));
    }

    /** Of all processes. None is told that a session has ended: nobody here listens. */
    @Override
    public void processExpires() {
        stored().deleteMany(new Document("until", new Document("$lt", Date.from(Instant.now()))));
    }

    @Override
    public void clear() {
        stored().deleteMany(new Document());
    }

    @Override
    public int getSize() {
        return (int) stored().countDocuments();
    }

    @Override
    public String[] keys() {
        return stored().distinct("_id", String.class).into(new ArrayList<>()).toArray(String[]::new);
    }
}
