package org.paptracker.command.platform.axon;

/** The request would write over something, and does not say that its sender has seen it. */
public final class NotSeen extends RuntimeException {
    private final boolean isThere;

    private NotSeen(boolean isThere, String sentence) {
        super(sentence);
        this.isThere = isThere;
    }

    static NotSeen writtenBySomebodyElse() {
        return new NotSeen(
                false,
                "Somebody else wrote what this would replace as a whole. Read it first, and send the ETag of that answer as"
                        + " If-Match.");
    }

    static NotSeen thereAlready() {
        return new NotSeen(
                true, "This is there already, and If-None-Match: * asks for something new. Nothing was recorded.");
    }

    /** Whether it had to be new and is not; else somebody else wrote what is there. */
    public boolean isThere() {
        return isThere;
    }
}
