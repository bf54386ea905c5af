package org.paptracker.log;

/** A commit without proof that a command-service decided it. Nothing is read from it, and nothing is recorded after it. */
public final class UnprovenCommit extends RuntimeException {
    private final long position;

    UnprovenCommit(Commit commit, String sentence) {
        super(sentence);
        position = commit.first();
    }

    /** Of the first entry of the commit. */
    public long position() {
        return position;
    }
}
