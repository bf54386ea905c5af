package org.paptracker.command.platform.axon;

import java.util.List;
import org.paptracker.log.Commit;
import org.paptracker.log.EventNames;

/**
 * What became of a command.
 *
 * @param version sequence of the stream's last event, from 0
 * @param position of the last event recorded; the log's head if nothing had to be
 * @param created whether what the command speaks of is new
 */
public record Receipt(long version, long position, boolean created) {
    /** Of the stream that was addressed: what others recorded alongside it is not its version. */
    static Receipt of(Commit commit, String stream) {
        List<Commit.Entry> own = commit.entries().stream()
                .filter(entry -> stream.equals(entry.stream()))
                .toList();
        return new Receipt(
                own.get(own.size() - 1).sequence(),
                commit.position(),
                own.stream().anyMatch(entry -> EventNames.creates(entry.type())));
    }
}
