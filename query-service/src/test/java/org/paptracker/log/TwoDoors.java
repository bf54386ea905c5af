package org.paptracker.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One store with two doors. Through the readers' nothing comes to the log but questions, as MongoDB does it with a user
 * who may only read it.
 */
public final class TwoDoors implements AutoCloseable {
    private static final Set<String> QUESTIONS = Set.of("find", "getMore");

    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final MongoServer forReaders;
    private final MongoServer forWriters;
    private final String uriOfReaders;
    private final MongoClient writer;

    private TwoDoors(MongoBackend store) {
        forReaders = new MongoServer((MongoBackend) Proxy.newProxyInstance(
                MongoBackend.class.getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> handled(store, method, arguments)));
        forWriters = new MongoServer(store);
        uriOfReaders = forReaders.bindAndGetConnectionString();
        writer = MongoClients.create(forWriters.bindAndGetConnectionString());
    }

    public static TwoDoors open(Path directory) {
        return new TwoDoors(new DurableBackend(StoreFile.own(directory)));
    }

    private Object handled(MongoBackend store, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) return null; // the writers' door closes it
        if (method.getName().equals("handleMessage")) {
            Document message = ((MongoMessage) arguments[0]).getDocument();
            String command = message.keySet().iterator().next();
            if (isOfTheLog(message, command) && !QUESTIONS.contains(command)) {
                refused.add(command);
                return new Document("errmsg", "not authorized to execute this command")
                        .append("code", 13)
                        .append("codeName", "Unauthorized")
                        .append("ok", 0);
            }
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isOfTheLog(Document message, String command) {
        return CommitStore.COLLECTION.equals(message.get(command))
                || CommitStore.COLLECTION.equals(message.get("collection"))
                || String.valueOf(message.get(command)).endsWith("." + CommitStore.COLLECTION)
                || String.valueOf(message.get("to")).endsWith("." + CommitStore.COLLECTION)
                || command.equals("dropDatabase");
    }

    public String uriOfReaders() {
        return uriOfReaders;
    }

    public MongoDatabase databaseOfWriters(String name) {
        return writer.getDatabase(name);
    }

    /** The commands on the log that were refused, in order. */
    public List<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        writer.close();
        forReaders.shutdownNow();
        forWriters.shutdownNow();
    }
}
