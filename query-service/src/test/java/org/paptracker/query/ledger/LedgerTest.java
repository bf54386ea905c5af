package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.CommitProof;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.Tiles.Change;

/** The tree in its tiles: as large as it should be, even if a writer stumbles. */
class LedgerTest {
    @TempDir
    static Path directory;

    private static EmbeddedMongo store;
    private static MongoClient client;

    private MongoDatabase database;
    private LogLines log;
    private Ledger ledger;

    @BeforeAll
    static void open() {
        store = EmbeddedMongo.open(directory, 0);
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @BeforeEach
    void fresh() {
        database = client.getDatabase("ledger-" + UUID.randomUUID());
        log = new LogLines(database, CommitProof.UNASKED);
        ledger = new Ledger(new Tiles(database), log);
    }

    private MongoCollection<Document> events() {
        return database.getCollection("events");
    }

    /** Past the code that writes the log: a commit of entries {@code from} to {@code to}. */
    static Document commit(long from, long to, String said) {
        List<Document> entries = new ArrayList<>();
        for (long at = from; at <= to; at++) {
            entries.add(new Document("id", "e-" + at)
                    .append("stream", "plan:x")
                    .append("streamType", "plan")
                    .append("sequence", at - 1)
                    .append("raisedAt", Date.from(Instant.EPOCH))
                    .append("type", "said")
                    .append("payload", "{\"said\":\"%s %d\"}".formatted(said, at))
                    .append("metadata", "{}"));
        }
        return new Document("_id", to)
                .append("size", entries.size())
                .append("recordedAt", Date.from(Instant.EPOCH))
                .append("keys", List.of("after:" + (from - 1)))
                .append("events", entries)
                .append("texts", new Document());
    }

    /** Entries 1 to {@code size}, in commits of a size made by chance. */
    private void fill(long size) {
        Random random = new Random(size);
        List<Document> commits = new ArrayList<>();
        for (long from = 1; from <= size; ) {
            long to = Math.min(size, from + random.nextInt(30));
            commits.add(commit(from, to, "hello"));
            from = to + 1;
        }
        events().insertMany(commits);
    }

    private List<Hash> leaves() {
        List<Hash> leaves = new ArrayList<>();
        for (List<LogLine> lines = log.after(0, 500); !lines.isEmpty(); lines = log.after(leaves.size(), 500)) {
            for (LogLine line : lines) leaves.add(Hash.leaf(line.bytes()));
        }
        return leaves;
    }

    @Test
    void roots_and_proofs_from_tiles_are_those_from_leaves() {
        fill(1_300);
        Random random = new Random(7);
        long size = 0;
        while (size < 1_300) {
            size = Math.min(1_300, size + 1 + random.nextInt(200));
            ledger.growTo(size);
            assertThat(ledger.size()).isEqualTo(size);
        }
        List<Hash> leaves = leaves();

        for (long at : new long[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1_024, 1_279, 1_280, 1_299, 1_300}) {
            assertThat(ledger.tree(at).root())
                    .isEqualTo(TreeTest.over(leaves, at).root());
            if (at == 0) continue;
            long index = random.nextLong(at);
            assertThat(ledger.tree(at).inclusion(index))
                    .isEqualTo(TreeTest.over(leaves, at).inclusion(index));
            assertThat(ledger.tree(at).consistency(index))
                    .isEqualTo(TreeTest.over(leaves, at).consistency(index));
        }
        assertThat(all(1, 1_300)).isEqualTo(leaves);
        assertThat(all(250, 260)).isEqualTo(leaves.subList(249, 260));
    }

    private List<Hash> all(long from, long to) {
        List<Hash> all = new ArrayList<>();
        while (from + all.size() <= to) all.addAll(ledger.leaves(from + all.size(), to));
        return all;
    }

    @Test
    void far_behind_it_goes_on_past_what_it_was_asked_for() {
        fill(20_000);
        ledger.growTo(249);
        assertThat(ledger.size()).isEqualTo(249);
        ledger.growTo(499);
        assertThat(ledger.size()).isEqualTo(249 + 64 * 256);
        ledger.growTo(19_900);
        assertThat(ledger.size()).isEqualTo(20_000);
        ledger.growTo(20_000);

        assertThat(ledger.tree(9_000).root())
                .isEqualTo(TreeTest.over(leaves(), 9_000).root());
        assertThatThrownBy(() -> ledger.growTo(40_000)).hasMessage("Entry 20001 of the log can't be read");
    }

    /** A level of 256 full tiles takes 65,536 entries: the tiles are laid as if these were there. */
    @Test
    void a_full_tile_above_is_passed_on_too_though_a_crash_came_between() {
        fill(256);
        ledger.growTo(256);
        Tiles tiles = new Tiles(database);
        List<Hash> others = TreeTest.leaves(255, 3);
        Tile leaves = tiles.read(0, 0);
        Tile last = new Tile(0, 255, leaves.hashes());
        Tile above = new Tile(1, 0, others);
        database.getCollection("ledger").deleteOne(new Document("_id", "1/0"));
        assertThat(write(tiles, Tile.empty(1, 0), above)).isTrue();
        assertThat(write(tiles, Tile.empty(0, 255), last)).isTrue();

        for (int again = 0; again < 2; again++) {
            database.getCollection("ledger").deleteOne(new Document("_id", "2/0")); // as if the crash came before it
            tiles.grownTo(65_500);
            database.getCollection("ledger")
                    .updateOne(new Document("_id", "size"), new Document("$set", new Document("size", 65_500L)));
            ledger.growTo(65_536);

            Tile full = above.and(List.of(last.root()));
            assertThat(tiles.read(1, 0)).isEqualTo(full);
            assertThat(tiles.read(2, 0).hashes()).containsExactly(full.root());
            assertThat(ledger.size()).isEqualTo(65_536);
            assertThat(ledger.tree(65_536).root()).isEqualTo(full.root());
        }
    }

    /** Its writes succeed, as many as it is told, and then none. */
    private static final class Mortal extends Tiles {
        private int left;
        private boolean died;

        Mortal(MongoDatabase database, int writes) {
            super(database);
            left = writes;
        }

        private void live() {
            if (left-- > 0) return;
            died = true;
            throw new IllegalStateException("Killed by the test");
        }

        @Override
        boolean write(List<Change> changes) {
            for (Change change : changes) {
                live(); // one after the other, as MongoDB does it
                if (!super.write(List.of(change))) return false;
            }
            return true;
        }

        @Override
        void grownTo(long size) {
            live();
            super.grownTo(size);
        }
    }

    @Test
    void a_process_killed_between_two_writes_leaves_a_tree_that_the_next_one_completes() {
        fill(700);
        ledger.growTo(700);
        Hash root = ledger.tree(700).root();
        List<Document> whole = stored(database);

        boolean died = true;
        for (int writes = 0; died; writes++) {
            MongoDatabase other = client.getDatabase("killed-" + UUID.randomUUID());
            Mortal mortal = new Mortal(other, writes);
            try {
                Ledger dying = new Ledger(mortal, log);
                for (long to : new long[] {100, 300, 301, 700}) dying.growTo(to);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("Killed by the test");
            }
            died = mortal.died;
            Ledger next = new Ledger(new Tiles(other), log);
            long size = next.size();
            assertThat(next.tree(size).root()).isEqualTo(ledger.tree(size).root());
            next.growTo(700);
            assertThat(next.tree(700).root()).isEqualTo(root);
            assertThat(stored(other)).isEqualTo(whole);
            assertThat(writes).isLessThan(50);
        }
    }

    private static boolean write(Tiles tiles, Tile before, Tile now) {
        return tiles.write(List.of(new Change(before, now)));
    }

    private static List<Document> stored(MongoDatabase database) {
        return database.getCollection("ledger")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Test
    void what_was_recorded_of_an_entry_first_is_never_recorded_again() {
        fill(10);
        ledger.growTo(7);
        Hash then = ledger.tree(7).root();
        events().deleteMany(new Document());
        events().insertOne(commit(1, 12, "something else"));

        ledger.growTo(7);
        ledger.growTo(3);
        ledger.growTo(12);

        assertThat(ledger.tree(7).root()).isEqualTo(then);
        assertThat(all(8, 12)).isEqualTo(leaves().subList(7, 12));
    }

    @Test
    void the_size_never_shrinks() {
        Tiles tiles = new Tiles(database);
        assertThat(tiles.size()).isZero();
        tiles.grownTo(20);
        tiles.grownTo(10);
        assertThat(tiles.size()).isEqualTo(20);
    }

    @Test
    void a_writer_that_was_held_up_does_not_write_over_the_one_that_took_over() {
        Tiles tiles = new Tiles(database);
        List<Hash> hashes = TreeTest.leaves(9, 1);
        Tile read = Tile.empty(0, 0);
        assertThat(write(tiles, read, read.and(hashes.subList(0, 3)))).isTrue();

        assertThat(write(tiles, read, read.and(TreeTest.leaves(8, 2)))).isFalse();
        assertThat(write(tiles, read.and(hashes.subList(0, 2)), read.and(hashes)))
                .isFalse();
        assertThat(tiles.read(0, 0).hashes()).isEqualTo(hashes.subList(0, 3));
        assertThat(write(tiles, tiles.read(0, 0), read.and(hashes))).isTrue();
        assertThat(tiles.read(0, 0).hashes()).isEqualTo(hashes);
    }

    @Test
    void several_writers_at_once_make_one_tree() throws Exception {
        fill(900);
        List<Thread> writers = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            int step = 30 + 17 * i;
            Thread writer = new Thread(() -> {
                for (long to = step; to < 900 + step; to += step) ledger.growTo(Math.min(900, to));
            });
            writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            writers.add(writer);
            writer.start();
        }
        for (Thread writer : writers) writer.join();

        assertThat(failures).isEmpty();
        assertThat(ledger.size()).isEqualTo(900);
        assertThat(ledger.tree(900).root())
                .isEqualTo(TreeTest.over(leaves(), 900).root());
    }

    @Test
    void a_log_that_ends_too_soon_or_has_a_hole_leaves_the_tree_as_it_was() {
        fill(10);
        assertThatThrownBy(() -> ledger.growTo(11))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Entry 11 of the log can't be read");
        assertThat(ledger.size()).isZero();
        events().insertOne(commit(13, 14, "later"));
        assertThatThrownBy(() -> ledger.growTo(14)).hasMessage("Entry 11 of the log can't be read");
        ledger.growTo(10);
        assertThat(ledger.size()).isEqualTo(10);
    }
}
