package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of the tree. On level 0 these are leaves; on each level above, the roots of the full tiles
 * of the one below.
 *
 * @param index among the tiles of its level, from 0
 * @param hashes in order; only those that were known when it was read
 */
record Tile(int level, long index, List<Hash> hashes) {
    /** Levels of the tree from one tile level to the next. */
    static final int HEIGHT = 8;

    static final int WIDTH = 1 << HEIGHT;

    Tile {
        hashes = List.copyOf(hashes);
    }

    static Tile empty(int level, long index) {
        return new Tile(level, index, List.of());
    }

    boolean isFull() {
        return hashes.size() == WIDTH;
    }

    /** With {@code more} after what it has. */
    Tile and(List<Hash> more) {
        List<Hash> both = new ArrayList<>(hashes);
        both.addAll(more);
        return new Tile(level, index, both);
    }

    /** Over a full tile. */
    Hash root() {
        if (!isFull()) throw new IllegalStateException("Only " + hashes.size() + " hashes in " + key());
        return root(0, HEIGHT);
    }

    /** Over the {@code 1 << height} hashes from {@code first} on. */
    Hash root(int first, int height) {
        if (height == 0) return hashes.get(first);
        int half = 1 << (height - 1);
        return Hash.node(root(first, height - 1), root(first + half, height - 1));
    }

    /** Exact, for the embedded store finds by exact keys only. */
    static String key(int level, long index) {
        return level + "/" + index;
    }

    String key() {
        return key(level, index);
    }

    /** The first position in the log that the hash number {@code at} of this tile says something about. */
    long firstPosition(int at) {
        return ((index * WIDTH + at) << (HEIGHT * level)) + 1;
    }
}
