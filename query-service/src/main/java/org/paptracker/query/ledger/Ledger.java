package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.Tiles.Change;
import org.paptracker.query.ledger.Tree.Subtrees;
import org.springframework.stereotype.Component;

/**
 * The tree over the log, as it was first seen. What was recorded of a position is never recorded again, not by a replay
 * either: a history that was rewritten since would else pass for the old one.
 */
@Component
class Ledger {
    private static final int MOST_ATTEMPTS = 20;

    /** A ledger so many entries behind is catching up. */
    private static final int CATCHING_UP = 250;

    /** And then takes so many at once: it is the writing that takes time, and this is but two or three writes. */
    private static final int AT_ONCE = 64 * Tile.WIDTH;

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
     * Lets the tree grow to {@code position} at least, if it is not that large yet. First the leaves are written, then what
     * they complete above them, then the size; after a crash in between the next call goes on from there.
     *
     * @throws IllegalStateException if the log does not reach that far, or has a hole
     */
    void growTo(long position) {
        long size = tiles.size();
        int conflicts = 0;
        while (size < position) {
            long end = position - size < CATCHING_UP ? position : size + AT_ONCE;
            List<Change> leaves = missing(size, end, conflicts > 0);
            long grown = leaves.isEmpty() ? size : leaves.get(leaves.size() - 1).end();
            if (grown < Math.min(position, end)) {
                throw new IllegalStateException("Entry " + (grown + 1) + " of the log can't be read");
            }
            if (tiles.write(leaves) && complete(full(leaves))) {
                tiles.grownTo(grown);
                size = grown;
            } else if (++conflicts < MOST_ATTEMPTS) {
                size = tiles.size(); // somebody else was there: look again
            } else {
                throw damaged(leaves.get(0).now());
            }
        }
    }

    /**
     * The tiles of leaves after the first {@code size}, as they are and as they should be, up to the log's end.
     *
     * @param wary look at each; otherwise those after the first are taken to be empty, as they nearly always are
     */
    private List<Change> missing(long size, long end, boolean wary) {
        List<Change> changes = new ArrayList<>();
        Following lines = new Following(log, size, end);
        long grown = size;
        while (grown < end) {
            long index = grown >>> Tile.HEIGHT;
            Tile before = wary || changes.isEmpty() ? tiles.read(0, index) : Tile.empty(0, index);
            Tile now = before.and(lines.leaves(before.end(), Math.min(end, before.lastPosition())));
            if (now.end() <= grown) return changes;
            changes.add(new Change(before, now));
            grown = now.end();
        }
        return changes;
    }

    private static List<Tile> full(List<Change> changes) {
        return changes.stream().map(Change::now).filter(Tile::isFull).toList();
    }

    /**
     * Puts the roots of full tiles, which are neighbours, into those above, and so on while these get full.
     *
     * @return false if somebody else was there
     */
    private boolean complete(List<Tile> full) {
        List<Tile> next = full;
        while (!next.isEmpty()) {
            List<Change> changes = new ArrayList<>();
            for (int from = 0, to; from < next.size(); from = to) {
                long index = next.get(from).index() >>> Tile.HEIGHT;
                for (to = from; to < next.size() && next.get(to).index() >>> Tile.HEIGHT == index; ) to++;
                changes.add(above(next.subList(from, to)));
            }
            if (!tiles.write(changes)) return false;
            next = full(changes);
        }
        return true;
    }

    /** The tile above some full ones, as it is and with all their roots. */
    private Change above(List<Tile> full) {
        Tile first = full.get(0);
        Tile before = tiles.read(first.level() + 1, first.index() >>> Tile.HEIGHT);
        int known = before.hashes().size();
        int place = (int) (first.index() % Tile.WIDTH);
        if (known < place) throw damaged(before);
        return new Change(
                before,
                before.and(full.stream()
                        .skip(Math.max(0, known - place))
                        .map(Tile::root)
                        .toList()));
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
