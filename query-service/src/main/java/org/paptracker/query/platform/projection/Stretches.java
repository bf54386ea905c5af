package org.paptracker.query.platform.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.log.MongoEventLog;

/**
 * Parts of the log, decoded, for all who follow it. The first to come to a part reads it for the others, who are
 * seldom far apart: while they catch up as well as at the head. One that is far behind, or far ahead, reads for itself
 * and for those who come there next.
 */
final class Stretches {
    /** So many entries stand in a part at most. It begins wherever somebody first needed it, and grows at the head. */
    private static final int LENGTH = 512;

    private static final long BYTES_AN_EVENT = 1_000; // measured: docs/benchmarks.md
    private static final long SHARE_OF_THE_HEAP = 16;
    private static final int FEWEST = 4;
    private static final long SECONDS_UNUSED = 60;

    private final MongoEventLog log;
    private final Cache<Long, Stretch> kept = Caffeine.newBuilder()
            .maximumSize(
                    Math.max(FEWEST, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP / BYTES_AN_EVENT / LENGTH))
            .expireAfterAccess(SECONDS_UNUSED, TimeUnit.SECONDS)
            .build();

    Stretches(MongoEventLog log) {
        this.log = log;
    }

    /** @param after position of the entry before its first */
    private record Stretch(long after, List<TrackedEventMessage<?>> events) {
        long end() {
            return after + events.size();
        }

        /** What follows {@code position}; empty if that is not here. */
        List<TrackedEventMessage<?>> after(long position) {
            return position < after || position >= end()
                    ? List.of()
                    : events.subList((int) (position - after), events.size());
        }

        Stretch with(List<TrackedEventMessage<?>> more) {
            List<TrackedEventMessage<?>> all = new ArrayList<>(events);
            all.addAll(more);
            return new Stretch(after, List.copyOf(all));
        }
    }

    /** What follows a position, up to some hundred entries; empty at the end of the log. */
    List<TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        long position = LogTail.positionOf(token);
        List<TrackedEventMessage<?>> known = known(position);
        return known.isEmpty() ? read(token, position) : known;
    }

    private List<TrackedEventMessage<?>> known(long position) {
        Stretch stretch = kept.getIfPresent(position / LENGTH);
        return stretch == null ? List.of() : stretch.after(position);
    }

    /** The first to come reads for all who have come as far. */
    private synchronized List<TrackedEventMessage<?>> read(@Nullable TrackingToken token, long position) {
        List<TrackedEventMessage<?>> known = known(position);
        if (!known.isEmpty()) return known;
        List<TrackedEventMessage<?>> more;
        try (Stream<? extends TrackedEventMessage<?>> following = log.readEvents(token, false)) {
            more = following.limit(LENGTH - position % LENGTH).collect(Collectors.toList());
        }
        if (!more.isEmpty()) keep(position, more);
        return more;
    }

    /** Nothing from before a redaction, whose words nobody may meet again. */
    private void keep(long position, List<TrackedEventMessage<?>> more) {
        int first = lastRedaction(more);
        if (first >= 0) kept.invalidateAll();
        first = Math.max(0, first);
        long place = position / LENGTH;
        Stretch before = kept.getIfPresent(place);
        Stretch read = new Stretch(position + first, List.copyOf(more.subList(first, more.size())));
        kept.put(place, before != null && before.end() == position ? before.with(more) : read);
    }

    /** -1 if there is none. */
    private static int lastRedaction(List<TrackedEventMessage<?>> events) {
        int last = events.size() - 1;
        while (last >= 0 && events.get(last).getPayloadType() != ContentRedacted.class) last--;
        return last;
    }

    /** Not while somebody reads, who would add to what was to be forgotten. */
    synchronized void forget() {
        kept.invalidateAll();
    }
}
