package org.paptracker.query.ledger;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.KnownLog;
import org.paptracker.log.KnownLog.Fact;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.Tree.Subtrees;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last checkpoint that was signed here, kept outside the store. What is signed next has to continue it: the store's
 * tiles speak for what was signed already, and proven commits alone for what came since. ADR 26.
 */
@Component
class Continuity {
    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
    private static final Signed NOTHING = new Signed(0, Hash.EMPTY);

    private final KnownLog known;
    private final Ledger ledger;
    private final Tiles tiles;
    private final LogLines log;
    private volatile @Nullable String refusal;
    private volatile @Nullable String forgotten;

    Continuity(KnownLog known, Ledger ledger, Tiles tiles, LogLines log) {
        this.known = known;
        this.ledger = ledger;
        this.tiles = tiles;
        this.log = log;
    }

    private record Signed(long size, Hash root) {
        static Signed parse(String line) {
            String[] parts = line.split(" ", 2);
            return new Signed(Long.parseLong(parts[0]), Hash.parse(parts[1]));
        }

        @Override
        public String toString() {
            return size + " " + root.base64();
        }
    }

    /** Why the last checkpoint that was asked for was not signed; empty if it was. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What can't be compared any more, in a sentence; empty if nothing is missing. */
    Optional<String> forgotten() {
        return Optional.ofNullable(forgotten);
    }

    /**
     * The root of the tree over the first {@code size} entries, no more than the ledger's, to be signed.
     *
     * @throws DoesNotContinue if it is not of one history with what was signed before
     * @throws NotKept if it can't be remembered
     */
    synchronized Hash root(long size) {
        try {
            Signed last = remembered();
            Hash root = size <= last.size ? before(size, last) : after(size, last);
            if (size > last.size) remember(new Signed(size, root));
            refusal = null;
            return root;
        } catch (DoesNotContinue e) {
            refusal = e.getMessage();
            throw e;
        }
    }

    private Hash before(long size, Signed last) {
        if (ledger.size() < last.size) {
            throw new DoesNotContinue("A checkpoint over %d entries was signed, and now the ledger holds %d."
                    .formatted(last.size, ledger.size()));
        }
        Subtrees stored = ledger.tree(last.size).subtrees();
        Subtrees parts = parts(size, stored, stored);
        requireRoot(last, parts);
        return new Tree(parts, size).root();
    }

    private Hash after(long size, Signed last) {
        List<Hash> leaves = new Following(log, last.size, size).leaves(last.size, size);
        if (leaves.size() < size - last.size) {
            throw new DoesNotContinue(
                    "The ledger holds %d entries, and the log ends at %d.".formatted(size, last.size + leaves.size()));
        }
        Subtrees stored = ledger.tree(size).subtrees();
        Subtrees parts = parts(last.size, stored, (height, index) -> of(leaves, last.size, height, index));
        requireRoot(last, parts);
        Hash root = new Tree(parts, size).root();
        if (root.equals(new Tree(stored, size).root())) return root;
        throw new DoesNotContinue("What the ledger holds of entries %d to %d is not what was made of them."
                .formatted(last.size + 1, size));
    }

    private static void requireRoot(Signed last, Subtrees parts) {
        if (new Tree(parts, last.size).root().equals(last.root)) return;
        throw new DoesNotContinue(
                "The first %d entries are not those whose checkpoint was signed.".formatted(last.size));
    }

    /**
     * Subtrees that lie before or after {@code border}, each asked for once; any other is put together from such. So two
     * roots that are made of them can't be made of two histories.
     */
    private static Subtrees parts(long border, Subtrees before, Subtrees after) {
        return new Subtrees() {
            private final Map<String, Hash> asked = new HashMap<>();

            @Override
            public Hash root(int height, long index) {
                long first = index << height;
                boolean isBefore = first + (1L << height) <= border;
                if (!isBefore && first < border) {
                    return Hash.node(root(height - 1, 2 * index), root(height - 1, 2 * index + 1));
                }
                String key = height + "/" + index;
                Hash known = asked.get(key);
                if (known == null) {
                    known = (isBefore ? before : after).root(height, index);
                    asked.put(key, known);
                }
                return known;
            }
        };
    }

    /** @param leaves those from number {@code from} on, counted from 0 */
    private static Hash of(List<Hash> leaves, long from, int height, long index) {
        if (height == 0) return leaves.get((int) (index - from));
        return Hash.node(of(leaves, from, height - 1, 2 * index), of(leaves, from, height - 1, 2 * index + 1));
    }

    private Signed remembered() {
        Optional<Signed> last = known.read(Fact.SIGNED_CHECKPOINT).map(Signed::parse);
        if (last.isEmpty() && tiles.signed() > 0) {
            forgotten =
                    "A checkpoint over %d entries was signed before, and %s is gone. What is signed now can't be compared with it."
                            .formatted(tiles.signed(), known.file(Fact.SIGNED_CHECKPOINT));
            LOG.warn("{}", forgotten);
        }
        return last.orElse(NOTHING);
    }

    private void remember(Signed signed) {
        try {
            known.write(Fact.SIGNED_CHECKPOINT, signed.toString());
        } catch (UncheckedIOException e) {
            throw new NotKept(known.file(Fact.SIGNED_CHECKPOINT), e);
        }
        tiles.signed(signed.size);
    }

    /** What was to be signed could not be remembered first: the disk is full, or can't be written. */
    static final class NotKept extends RuntimeException {
        NotKept(Path file, UncheckedIOException cause) {
            super("A checkpoint can't be kept in " + file, cause);
        }
    }

    /** What would have to be signed is of another history than what was signed before. */
    static final class DoesNotContinue extends RuntimeException {
        DoesNotContinue(String sentence) {
            super(sentence);
        }
    }
}
