package org.paptracker.log;

import com.mongodb.client.MongoClient;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * A process that records in one plan after another, in each until it finds it closed: URI, database, a name, how many
 * plans. A plan is closed by the first event of its stream.
 */
final class Recorder {
    private Recorder() {}

    public static void main(String[] arguments) {
        try (MongoClient client = Store.client(arguments[0])) {
            MongoEventLog log = Writer.log(client.getDatabase(arguments[1]));
            for (int plan = 0; plan < Integer.parseInt(arguments[3]); plan++) {
                long recorded = 0;
                while (!log.readEvents(plan(plan)).hasNext()) {
                    if (record(log, plan, arguments[2], recorded) && recorded++ == 0) Child.say("recording " + plan);
                }
            }
        }
    }

    static String plan(int plan) {
        return "plan-" + plan;
    }

    /** The plan that something in this stream was recorded in, or that the stream is of. */
    static String planOf(String stream) {
        return stream.substring(stream.indexOf("plan-"));
    }

    /** Whether it was recorded; false if the plan is closed, or was just then. */
    private static boolean record(MongoEventLog log, int plan, String name, long sequence) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            if (log.readEvents(plan(plan)).hasNext()) return false;
            log.appendEvents(Writer.event(name + " in " + plan(plan), sequence));
            return true;
        } catch (DecidedOnOldReads e) {
            return false;
        } finally {
            unit.commit();
        }
    }
}
