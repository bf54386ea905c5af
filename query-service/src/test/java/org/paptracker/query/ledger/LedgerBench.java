package org.paptracker.query.ledger;

import static org.paptracker.query.History.OFFICE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
import org.paptracker.bench.BigPlan;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.CommitProof;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.Story;
import org.slf4j.LoggerFactory;

/**
 * Makes the tree over some 50,000 events and, in the same run, merely reads them; then proves and verifies. Run by
 * {@code ./bench ledger}.
 */
public final class LedgerBench {
    private static final int ROUNDS = 5;
    private static final int BATCH = 250; // as the projection
    private static final int EVENTS_A_COMMIT = 50;

    private final MongoClient client;
    private final LogLines log;
    private final long last;

    private LedgerBench(MongoClient client) {
        this.client = client;
        MongoDatabase database = client.getDatabase("paptracker");
        last = fill(database, BigPlan.events());
        log = new LogLines(database, CommitProof.UNASKED);
    }

    public static void main(String[] none) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Path directory = Files.createTempDirectory("ledger-bench");
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            new LedgerBench(client).measure();
        }
        System.exit(0);
    }

    private static long fill(MongoDatabase database, List<DomainEvent> events) {
        MongoEventLog log = MongoEventLog.builder()
                .database(database)
                .clock(Clock.systemUTC())
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .build();
        Map<String, Long> lengths = new HashMap<>();
        for (int from = 0; from < events.size(); from += EVENTS_A_COMMIT) {
            int to = Math.min(events.size(), from + EVENTS_A_COMMIT);
            log.appendEvents(Story.messages(events.subList(from, to), lengths, OFFICE));
        }
        return log.position();
    }

    private void measure() {
        System.out.printf(Locale.ROOT, "%,d events%n%n", last);
        double[] reading = new double[ROUNDS];
        double[] exporting = new double[ROUNDS];
        double[] building = new double[ROUNDS];
        Ledger ledger = ledger(0);
        for (int round = -1; round < ROUNDS; round++) { // the first one is thrown away
            double read = seconds(size -> read(size, line -> line.payload().length()));
            double exported = seconds(size -> read(size, line -> line.bytes().length));
            Ledger growing = ledger(round + 1);
            double built = seconds(size -> {
                for (long to = BATCH; to < size + BATCH; to += BATCH) growing.growTo(Math.min(size, to));
            });
            ledger = growing;
            if (round < 0) continue;
            reading[round] = read;
            exporting[round] = exported;
            building[round] = built;
        }
        System.out.printf(Locale.ROOT, "%-50s %8.2f s%n", "read all entries, median", median(reading));
        System.out.printf(Locale.ROOT, "%-50s %8.2f s%n", "read all and make their lines, median", median(exporting));
        System.out.printf(Locale.ROOT, "%-50s %8.2f s%n", "make the tree over them, median", median(building));
        System.out.printf(Locale.ROOT, "%-50s %8.2f%n", "tree against entries", median(building) / median(reading));
        System.out.printf(Locale.ROOT, "%-50s %8.2f%n%n", "tree against lines", median(building) / median(exporting));

        Random random = new Random(1);
        Tree tree = ledger.tree(last);
        prove("inclusion proof", ledger, fresh -> fresh.inclusion(random.nextLong(last)));
        prove("consistency proof", ledger, fresh -> fresh.consistency(1 + random.nextLong(last)));
        prove("root of a checkpoint", ledger, Tree::root);
        System.out.printf(
                Locale.ROOT,
                "%-50s %8d%n",
                "hashes in an inclusion proof",
                tree.inclusion(12_345).size());
        Tiles tiles = new Tiles(client.getDatabase("ledger-" + ROUNDS));
        System.out.printf(
                Locale.ROOT,
                "%-50s %8.2f s%n",
                "verification of everything",
                seconds(size -> new LedgerReading(log::after, log::highest, tiles).upTo(size)));
    }

    private Ledger ledger(int number) {
        return new Ledger(new Tiles(client.getDatabase("ledger-" + number)), log);
    }

    private void read(long size, ToIntFunction<LogLine> take) {
        long read = 0;
        long bytes = 0;
        while (read < size) {
            for (LogLine line : log.after(read, BATCH)) {
                bytes += take.applyAsInt(line);
                read = line.position();
            }
        }
        if (bytes == 0) throw new IllegalStateException();
    }

    private interface Question {
        Object ask(Tree tree);
    }

    private void prove(String what, Ledger ledger, Question question) {
        double[] milliseconds = new double[200];
        for (int i = -50; i < milliseconds.length; i++) {
            double taken = seconds(size -> question.ask(ledger.tree(size))) * 1000; // tiles are read anew each time
            if (i >= 0) milliseconds[i] = taken;
        }
        System.out.printf(Locale.ROOT, "%-50s %8.2f ms%n", what + ", median", median(milliseconds));
    }

    private double seconds(LongConsumer work) {
        long start = System.nanoTime();
        work.accept(last);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
