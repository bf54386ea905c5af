package org.paptracker.query.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;

/** Hashes the log line by line, as far as it is proven, and reads each line once although tiles end in the middle of commits. */
final class Following {
    private static final int AT_ONCE = 500;

    private final LogLines log;
    private final long end;
    private Iterator<LogLine> lines = List.<LogLine>of().iterator();
    private long read;

    /** What follows {@code position} is of interest, up to {@code end}. */
    Following(LogLines log, long position, long end) {
        this.log = log;
        this.end = end;
        read = position;
    }

    /** The leaves after {@code position} and up to {@code last}; fewer at the log's end. */
    List<Hash> leaves(long position, long last) {
        List<Hash> leaves = new ArrayList<>();
        if (position != read) lines = List.<LogLine>of().iterator();
        read = position;
        while (read < last) {
            if (!lines.hasNext()) {
                lines = log.provenAfter(read, (int) Math.min(AT_ONCE, end - read))
                        .iterator();
                if (!lines.hasNext()) return leaves;
            }
            LogLine line = lines.next();
            leaves.add(Hash.leaf(line.bytes()));
            read = line.position();
        }
        return leaves;
    }
}
