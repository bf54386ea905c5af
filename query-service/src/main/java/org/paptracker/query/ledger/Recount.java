package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree again, leaf by leaf, and compares each tile with the stored one as soon as it is full. Holds one tile a
 * level.
 */
final class Recount {
    /** @param position the first one that does not hold */
    record Break(long position, String sentence) {}

    /** @param genuine no: what it was made from differs from what was stored already, so it is bound to differ too */
    private record Made(Hash hash, boolean genuine) {}

    private final Tiles stored;
    private final List<List<Made>> levels = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();
    private @Nullable Break first;

    Recount(Tiles stored) {
        this.stored = stored;
    }

    void leaf(Hash leaf) {
        add(0, new Made(leaf, true));
    }

    private void add(int level, Made made) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
            indexes.add(0L);
        }
        levels.get(level).add(made);
        if (levels.get(level).size() == Tile.WIDTH) finish(level);
    }

    /** Compares a full tile, and takes its root to the level above. */
    private void finish(int level) {
        List<Made> made = levels.get(level);
        Tile tile = tile(level);
        boolean genuine = compare(tile);
        levels.set(level, new ArrayList<>());
        indexes.set(level, tile.index() + 1);
        add(level + 1, new Made(tile.root(), genuine && made.stream().allMatch(Made::genuine)));
    }

    /** Compares what is left on each level. */
    void finish() {
        for (int level = 0; level < levels.size(); level++) compare(tile(level));
    }

    private Tile tile(int level) {
        return new Tile(
                level,
                indexes.get(level),
                levels.get(level).stream().map(Made::hash).toList());
    }

    private boolean compare(Tile made) {
        List<Hash> hashes = stored.read(made.level(), made.index()).hashes();
        for (int at = 0; at < made.hashes().size(); at++) {
            if (!levels.get(made.level()).get(at).genuine()) continue;
            boolean isThere = at < hashes.size();
            if (isThere && hashes.get(at).equals(made.hashes().get(at))) continue;
            broke(made.firstPosition(at), words(made, at, isThere));
            return false;
        }
        return true;
    }

    private String words(Tile made, int at, boolean isThere) {
        long from = made.firstPosition(at);
        if (made.level() > 0) {
            return "What the ledger holds above entries %d to %d is not what was made of them."
                    .formatted(from, made.firstPosition(at + 1) - 1);
        }
        if (!isThere) return "The ledger has lost what was recorded of entry %d.".formatted(from);
        return isWitnessed(made)
                ? "What the ledger holds of entry %d was changed; the entry itself is as it was recorded."
                        .formatted(from)
                : "Entry %d is not what it was when it was recorded.".formatted(from);
    }

    /** Whether the root that was stored above a full tile speaks for what the log gives, against the tile. */
    private boolean isWitnessed(Tile made) {
        if (!made.isFull()) return false;
        List<Hash> above =
                stored.read(made.level() + 1, made.index() >>> Tile.HEIGHT).hashes();
        int place = (int) (made.index() % Tile.WIDTH);
        return place < above.size() && above.get(place).equals(made.root());
    }

    /** Only the first by position counts. */
    void broke(long position, String sentence) {
        if (first == null || position < first.position()) first = new Break(position, sentence);
    }

    @Nullable
    Break first() {
        return first;
    }
}
