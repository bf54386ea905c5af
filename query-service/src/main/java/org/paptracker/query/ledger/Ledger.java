package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.Tree.Subtrees;
import org.springframework.stereotype.Component;

/**
 * The tree over the log, as it was first seen. What was recorded of a position is never recorded again, not by a replay
 * either: a history that was rewritten since would else pass for the old one.
 */
@Component
class Ledger {
    private static final int MOST_ATTEMPTS = 20;

    private final Tiles tiles;
    private final LogLines log;

    Ledger(Tiles tiles, LogLines log) {
        this.tiles = tiles;
        this.log = log;
    }

    long size() {
        return tiles.size();
    }

    /**
     * Lets the tree grow to {@code position}, if it is not that large yet. First the leaves are written, then what they
     * complete above them, then the size; after a crash in between the next call goes on from there.
     *
     * @throws IllegalStateException if the log does not reach that far, or has a hole
     */
    void growTo(long position) {
        long size = tiles.size();
        if (size >= position) return;
        int attempts = 0;
        while (size < position) {
            Tile before = tiles.read(0, size >>> Tile.HEIGHT);
            Tile now = before.and(leaves(before, position));
            if (now.hashes().size() > before.hashes().size() && !tiles.write(before, now)) {
                if (++attempts == MOST_ATTEMPTS) throw damaged(before);
                continue; // somebody else was there: look again
            }
            if (now.isFull()) complete(now);
            size = now.firstPosition(0) - 1 + now.hashes().size();
        }
        tiles.grownTo(size);
    }

    /** What is missing in a tile of leaves, up to {@code position} at most. */
    private List<Hash> leaves(Tile tile, long position) {
        List<Hash> leaves = new ArrayList<>();
        long next = tile.firstPosition(tile.hashes().size());
        long last = Math.min(position, tile.firstPosition(Tile.WIDTH) - 1);
        while (next <= last) {
            List<LogLine> lines = log.after(next - 1, (int) (last - next + 1));
            if (lines.isEmpty()) throw new IllegalStateException("Entry " + next + " of the log can't be read");
            for (LogLine line : lines) {
                if (line.position() > last) break;
                leaves.add(Hash.leaf(line.bytes()));
            }
            next = tile.firstPosition(tile.hashes().size() + leaves.size());
        }
        return leaves;
    }

    /** Puts the root of a full tile into the one above, and so on while these get full. */
    private void complete(Tile tile) {
        int attempts = 0;
        while (tile.isFull()) {
            Tile above = tiles.read(tile.level() + 1, tile.index() >>> Tile.HEIGHT);
            int place = (int) (tile.index() % Tile.WIDTH);
            if (above.hashes().size() < place) throw damaged(above);
            if (above.hashes().size() == place) {
                Tile now = above.and(List.of(tile.root()));
                if (!tiles.write(above, now)) {
                    if (++attempts == MOST_ATTEMPTS) throw damaged(above);
                    continue; // somebody else was there: look again
                }
                above = now;
            }
            if (place < Tile.WIDTH - 1) return;
            tile = above;
        }
    }

    private static IllegalStateException damaged(Tile tile) {
        return new IllegalStateException("The tile " + tile.key() + " of the ledger is damaged");
    }

    /**
     * The tree over the first {@code size} entries, no more than {@link #size()}. Each tile is read once, when it is
     * needed.
     */
    Tree tree(long size) {
        return new Tree(subtrees(), size);
    }

    private Subtrees subtrees() {
        Map<String, Tile> read = new HashMap<>();
        return (height, index) -> {
            int level = height / Tile.HEIGHT;
            int within = height % Tile.HEIGHT;
            long first = index << within;
            long tile = first >>> Tile.HEIGHT;
            return read.computeIfAbsent(Tile.key(level, tile), key -> tiles.read(level, tile))
                    .root((int) (first % Tile.WIDTH), within);
        };
    }

    /** The leaves at positions {@code from} to {@code to}, of one tile at most: as many as come before the next. */
    List<Hash> leaves(long from, long to) {
        Tile tile = tiles.read(0, (from - 1) >>> Tile.HEIGHT);
        int first = (int) ((from - 1) % Tile.WIDTH);
        int end = (int) Math.min(tile.hashes().size(), first + to - from + 1);
        return tile.hashes().subList(first, end);
    }
}
