package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.CommitProof;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.KnownLog;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.FreshFolds.Extent;

class VerifierTest {
    @TempDir
    static Path directory;

    /** Stops each run at its beginning until it is let go. */
    private static final class Gate extends Clock {
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public Instant instant() {
            runs.incrementAndGet();
            try {
                if (!open.await(30, TimeUnit.SECONDS)) throw new AssertionError("Never let go");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Instant.parse("2025-03-01T12:00:00.123456Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void callers_who_ask_together_share_a_run_and_later_callers_get_a_new_one() {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("verifier");
            LogLines log = new LogLines(database, CommitProof.UNASKED);
            Tiles tiles = new Tiles(database);
            Verifications runs = new Verifications(database);
            Gate gate = new Gate();
            Ledger ledger = new Ledger(tiles, log);
            Continuity continuity = new Continuity(new KnownLog(directory), ledger, tiles, log);
            FreshFolds noViews = new FreshFolds(List.of(), projection -> fail());
            Verifier verifier = new Verifier(log, tiles, ledger, runs, gate, continuity, noViews);

            CompletableFuture<Verification> one = verifier.start(Extent.ALL_VIEWS);
            CompletableFuture<Verification> other = verifier.start(Extent.ONE_VIEW);
            assertThat(other).isSameAs(one);
            gate.open.countDown();

            Verification run = one.join();
            assertThat(run)
                    .isEqualTo(new Verification(
                            Instant.parse("2025-03-01T12:00:00.123Z"),
                            0,
                            Hash.EMPTY.base64(),
                            true,
                            null,
                            "All 0 entries are as they were recorded.",
                            List.of()));
            assertThat(verifier.verify()).isEqualTo(run);
            assertThat(gate.runs).hasValue(2);
            assertThat(runs.all()).extracting(Verifications.Run::number).containsExactly(2L, 1L);
            assertThat(runs.last().orElseThrow().verification()).isEqualTo(run);
            verifier.destroy();
        }
    }

    @Test
    void the_last_thousand_runs_are_kept(@TempDir Path other) {
        try (EmbeddedMongo store = EmbeddedMongo.open(other, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            Verifications runs = new Verifications(client.getDatabase("verifier"));
            Verification run = new Verification(Instant.EPOCH, 7, null, false, 3L, "Entry 3 is missing.", List.of());
            for (int i = 0; i < 1_003; i++) runs.add(run);

            assertThat(runs.all()).hasSize(1_000);
            assertThat(runs.all().get(0)).isEqualTo(new Verifications.Run(1_003, run));
            assertThat(runs.all().get(999).number()).isEqualTo(4);
        }
    }
}
