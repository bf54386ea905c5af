package org.paptracker.query.report.format2;

import java.time.Instant;
import org.paptracker.query.platform.projection.Stamp;

/** How far what it stands beside had come. */
record PackStamp(long version, long position, Instant recordedAt) {
    static PackStamp of(Stamp stamp) {
        return new PackStamp(stamp.version(), stamp.position(), stamp.recordedAt());
    }
}
