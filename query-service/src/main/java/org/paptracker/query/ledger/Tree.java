package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962 over the first {@code size} leaves, as a function of its complete subtrees: root, and the proofs of
 * 2.1.1 and 2.1.2. Leaves count from 0.
 */
record Tree(Subtrees subtrees, long size) {
    /** The roots of complete subtrees. */
    @FunctionalInterface
    interface Subtrees {
        /** The root over the leaves {@code index << height} to {@code ((index + 1) << height) - 1}, which all exist. */
        Hash root(int height, long index);
    }

    Hash root() {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /** Proves that the leaf at {@code index} is in this tree: the neighbours on the way from it up to the root. */
    List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("No leaf " + index + " of " + size);
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** Proves that this tree continues the one over its first {@code earlier} leaves; empty for the trivial cases. */
    List<Hash> consistency(long earlier) {
        if (earlier < 0 || earlier > size) throw new IllegalArgumentException(size + " is before " + earlier);
        List<Hash> path = new ArrayList<>();
        if (earlier > 0) consistency(earlier, 0, size, true, path);
        return path;
    }

    private void inclusion(long index, long start, long count, List<Hash> path) {
        if (count == 1) return;
        long left = split(count);
        if (index < left) {
            inclusion(index, start, left, path);
            path.add(root(start + left, count - left));
        } else {
            inclusion(index - left, start + left, count - left, path);
            path.add(root(start, left));
        }
    }

    private void consistency(long earlier, long start, long count, boolean known, List<Hash> path) {
        if (earlier == count) {
            if (!known) path.add(root(start, count));
            return;
        }
        long left = split(count);
        if (earlier <= left) {
            consistency(earlier, start, left, known, path);
            path.add(root(start + left, count - left));
        } else {
            consistency(earlier - left, start + left, count - left, false, path);
            path.add(root(start, left));
        }
    }

    /** Over {@code count} leaves from {@code start} on, which is a multiple of a power of two no less than count. */
    private Hash root(long start, long count) {
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return subtrees.root(height, start >>> height);
        }
        long left = split(count);
        return Hash.node(root(start, left), root(start + left, count - left));
    }

    /** The largest power of two below {@code count}. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
