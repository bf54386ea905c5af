package org.paptracker.log;

/** The request's key stands in the log: it was accepted before, as this commit. */
public final class RequestAlreadyAccepted extends RuntimeException {
    private final transient Commit commit;

    public RequestAlreadyAccepted(Commit commit) {
        super("Accepted before, at position " + commit.position());
        this.commit = commit;
    }

    public Commit commit() {
        return commit;
    }
}
