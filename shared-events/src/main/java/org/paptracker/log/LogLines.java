package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;

/** Reads the log line by line, in its order and without decoding anything: for the tree over it, and for the export. */
public final class LogLines {
    private final CommitStore store;
    private final CommitReader reader;
    private final CommitProof proof;

    public LogLines(MongoDatabase database, CommitProof proof) {
        store = new CommitStore(database, CommitProof.UNASKED);
        reader = new CommitReader(store);
        this.proof = proof;
    }

    /**
     * What follows {@code position}, in order and without a hole: some {@code limit} lines, more only to the end of the
     * last commit. Empty at the end of the log, or before a hole. Proven or not: {@link LogLine#flaw()}.
     */
    public List<LogLine> after(long position, int limit) {
        List<LogLine> lines = new ArrayList<>();
        for (Commit commit : reader.after(position, limit)) {
            for (long at = Math.max(position + 1, commit.first()); at <= commit.position(); at++) {
                lines.add(new LogLine(at, commit, proof));
            }
        }
        return lines;
    }

    /**
     * The same, for people who build on it.
     *
     * @throws UnprovenCommit if one of these commits is not proven
     */
    public List<LogLine> provenAfter(long position, int limit) {
        List<LogLine> lines = after(position, limit);
        long proven = 0;
        for (LogLine line : lines) {
            if (line.position() > proven) line.requireProof();
            proven = line.committedTo();
        }
        return lines;
    }

    /** The highest position in the store, whether or not there is a hole before it; 0 if there is nothing. */
    public long highest() {
        return store.last().map(Commit::position).orElse(0L);
    }
}
