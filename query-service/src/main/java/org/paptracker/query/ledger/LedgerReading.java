package org.paptracker.query.ledger;

import com.mongodb.MongoException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogLine;
import org.paptracker.query.ledger.Recount.Break;

/** Reads the log from its first entry to the last that the ledger holds, and says where it first breaks, if it does. */
final class LedgerReading {
    private static final int AT_ONCE = 250;

    private final Export.Lines log;
    private final LongSupplier highest;
    private final Recount recount;
    private final Forgotten forgotten = new Forgotten();
    private long commitEnds;
    private long size;

    /** The first commit that is not proven; null if all are. */
    private @Nullable Break unproven;

    private long unprovenEnds;

    /** @param highest the highest position in the store, even beyond a hole */
    LedgerReading(Export.Lines log, LongSupplier highest, Tiles tiles) {
        this.log = log;
        this.highest = highest;
        recount = new Recount(tiles);
    }

    @Nullable
    Break upTo(long size) {
        this.size = size;
        long read = read();
        recount.finish();
        if (read == size) {
            forgottenWithoutAWord();
            proveWhatFollows();
        }
        // Where an entry of it was changed too, that says more.
        if (unproven != null && (recount.first() == null || recount.first().position() > unprovenEnds)) {
            return unproven;
        }
        return recount.first();
    }

    /** The tree does not grow over what is not proven, so it stands after what the ledger holds. */
    private void proveWhatFollows() {
        for (LogLine line : log.after(size, AT_ONCE)) {
            if (line.position() > commitEnds) prove(line);
            commitEnds = line.committedTo();
        }
    }

    private void prove(LogLine line) {
        if (unproven != null) return;
        String flaw = line.flaw();
        if (flaw == null) return;
        unproven = new Break(line.committedFrom(), flaw);
        unprovenEnds = line.committedTo();
    }

    /** How far it came. */
    private long read() {
        long read = 0;
        while (read < size) {
            List<LogLine> lines = next(read);
            if (lines.isEmpty()) return read;
            for (LogLine line : lines) {
                if (line.position() > size) return size;
                if (!take(line)) return read;
                read = line.position();
            }
        }
        return read;
    }

    private List<LogLine> next(long read) {
        try {
            List<LogLine> lines = log.after(read, AT_ONCE);
            if (lines.isEmpty()) endsAt(read);
            return lines;
        } catch (MongoException e) {
            throw e; // the store is away, which says nothing about what it holds
        } catch (RuntimeException e) {
            recount.broke(read + 1, "The log can't be read from entry %d on.".formatted(read + 1));
            return List.of();
        }
    }

    private void endsAt(long read) {
        recount.broke(
                read + 1,
                highest.getAsLong() > read
                        ? "Entry %d is missing from the log, which goes on after it.".formatted(read + 1)
                        : "The log ends at %d, but %d entries were recorded.".formatted(read, size));
    }

    private boolean take(LogLine line) {
        long position = line.position();
        try {
            if (position > commitEnds) {
                commitEnds = line.committedTo();
                prove(line);
                if (line.committedFrom() != position) {
                    recount.broke(
                            position, "Beside entry %d lies another that has no place of its own.".formatted(position));
                }
            }
            recount.leaf(Hash.leaf(line.bytes()));
            forgotten.look(line);
            String wrong = forgotten.changed(line);
            if (wrong != null) recount.broke(position, wrong);
            return true;
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            recount.broke(position, "Entry %d can't be read.".formatted(position));
            return false;
        }
    }

    /** What says that words were redacted may have been recorded while this was reading: after the words were gone. */
    private void forgottenWithoutAWord() {
        long last = size;
        while (forgotten.first() != null) {
            List<LogLine> lines = next(last, forgotten);
            if (lines.isEmpty()) break;
            last = lines.get(lines.size() - 1).position();
        }
        Break unexplained = forgotten.first();
        if (unexplained != null) recount.broke(unexplained.position(), unexplained.sentence());
    }

    private List<LogLine> next(long last, Forgotten into) {
        List<LogLine> lines = log.after(last, AT_ONCE);
        lines.forEach(into::look);
        return lines;
    }
}
