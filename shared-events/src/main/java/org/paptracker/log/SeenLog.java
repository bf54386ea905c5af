package org.paptracker.log;

import org.paptracker.log.KnownLog.Fact;

/**
 * The log that a data directory belongs to: how far it had come when it was last looked at, and which one it was. A
 * directory whose log has gone, is another one, or has become shorter must not begin a new one in silence.
 */
public final class SeenLog {
    private static final String ACTION =
            "Give the store of this directory back, or restore its latest backup. To begin a new log, choose an empty"
                    + " PAP_DATA. If what came later is lost for good and you accept that, remove %s and start again.";

    private final KnownLog known;
    private final MongoEventLog log;
    private long noted;

    /** @throws NotTheLog if it is not the log that the directory knows, or has become shorter */
    public SeenLog(KnownLog known, MongoEventLog log) {
        this.known = known;
        this.log = log;
        requireSame();
        note();
    }

    private void requireSame() {
        noted = -1;
        String seen = known.read(Fact.LOG_SEEN).orElse("0");
        int gap = seen.indexOf(' ');
        if (gap < 0) return; // it had no entry yet
        long position = Long.parseLong(seen.substring(0, gap));
        long now = log.position();
        if (now < position) {
            throw lost("The log of this data directory had " + position + " entries, and the store has "
                    + (now == 0 ? "none" : "only " + now));
        }
        if (!log.firstId().orElse("").equals(seen.substring(gap + 1))) {
            throw lost("The store holds another log than the one of this data directory, which had " + position
                    + " entries");
        }
    }

    private NotTheLog lost(String sentence) {
        return new NotTheLog(sentence, ACTION.formatted(known.file(Fact.LOG_SEEN)));
    }

    /** Keeps how far the log has come, if it has come further. What is kept is never ahead of the log. */
    public void note() {
        long now = Math.max(log.knownPosition(), noted < 0 ? log.position() : 0);
        if (now <= noted) return;
        known.write(Fact.LOG_SEEN, now == 0 ? "0" : now + " " + log.firstId().orElseThrow());
        noted = now;
    }

    /** Why the service does not start, in one sentence for a person, and what to do. */
    public static final class NotTheLog extends RuntimeException {
        private final String action;

        NotTheLog(String sentence, String action) {
            super(sentence);
            this.action = action;
        }

        public String action() {
            return action;
        }
    }
}
