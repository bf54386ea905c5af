package org.paptracker.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.fold.Provenance;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;

/** Appends commits of one to three events, each thread to a stream of its own, and says what was acknowledged. */
final class Writer {
    private Writer() {}

    /** A process of writers: URI, database, a name, threads, commits per thread. */
    public static void main(String[] arguments) throws InterruptedException {
        try (MongoClient client = Store.client(arguments[0])) {
            // Two logs a process: writers meet in the process as well as at the store.
            MongoDatabase database = client.getDatabase(arguments[1]);
            List<MongoEventLog> logs = List.of(log(database), log(database));
            run(logs, arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        }
    }

    static MongoEventLog log(MongoDatabase database) {
        EventSerializer serializer = new EventSerializer();
        return MongoEventLog.builder()
                .database(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    /** Returns when all is written; ends the process if a writer fails. */
    static void run(List<MongoEventLog> logs, String name, int threads, int commits) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            String stream = name + "-" + i;
            MongoEventLog log = logs.get(i % logs.size());
            pool.execute(() -> {
                try {
                    write(log, stream, commits);
                } catch (RuntimeException e) {
                    e.printStackTrace();
                    Runtime.getRuntime().halt(1);
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(5, TimeUnit.MINUTES)) Runtime.getRuntime().halt(2);
    }

    private static void write(MongoEventLog log, String stream, int commits) {
        long sequence = 0;
        for (int i = 0; i < commits; i++) {
            List<EventMessage<?>> events = new ArrayList<>();
            for (int size = 1 + i % 3; size > 0; size--) events.add(event(stream, sequence++));
            Commit commit = append(log, events);
            Child.say("appended " + commit.position() + " " + events.get(0).getIdentifier());
        }
    }

    static EventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "Plan",
                stream,
                sequence,
                new PlanClosed(
                        new PlanId(stream),
                        BusinessDate.parse("2025-02-13"),
                        ErasableText.of("Reason " + sequence + " of " + stream)),
                MetaData.from(LogMetadata.of(new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", null, null))));
    }

    /** What was appended, as a command handler learns it. */
    static Commit append(MongoEventLog log, List<EventMessage<?>> events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            log.appendEvents(events);
            return (Commit) unit.root().resources().get(MongoEventLog.APPENDED);
        } finally {
            unit.commit();
        }
    }
}
