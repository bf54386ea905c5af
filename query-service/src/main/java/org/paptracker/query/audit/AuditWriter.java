package org.paptracker.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.query.history.Slice;
import org.paptracker.query.history.Slices;
import org.paptracker.query.platform.projection.View;
import org.springframework.stereotype.Component;

/** Makes the history's entry of an event: folds the event's stream one step on and says what that changed. */
@Component
class AuditWriter {
    private static final int MOST_STREAMS = 2_000;

    private final Slices slices;
    private final LogReader log;
    private final Entries entries;

    /** The latest views, so that a busy stream need not be read again for each of its events. */
    private final Map<String, View> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
            return size() > MOST_STREAMS;
        }
    };

    /** Position of what was written last. */
    private long last;

    AuditWriter(Slices slices, LogReader log, Entries entries) {
        this.slices = slices;
        this.log = log;
        this.entries = entries;
    }

    /** One that remembers nothing yet. */
    AuditWriter another() {
        return new AuditWriter(slices, log, entries);
    }

    /** One at a time: a dead letter may be tried again while new events come in. */
    synchronized AuditEntry write(Recorded<DomainEvent> recorded) {
        // Else another process has written in between, and may have met a redaction of what is remembered here.
        if (recorded.position() != last + 1) latest.clear();
        last = recorded.position();
        return written(recorded);
    }

    /** The entries of a stream before {@code position}, again, from a log in which something was redacted. */
    synchronized List<AuditEntry> again(String stream, long position) {
        latest.remove(stream);
        return log.readable(stream).stream()
                .filter(earlier -> earlier.position() < position)
                .map(this::written)
                .toList();
    }

    private AuditEntry written(Recorded<DomainEvent> recorded) {
        return write(recorded, slices.of(recorded.event()));
    }

    private <V extends View, E extends DomainEvent> AuditEntry write(Recorded<DomainEvent> any, Slice<V, E> slice) {
        Recorded<E> recorded = any.as(slice.family());
        V before = before(recorded, slice);
        V after = after(before, recorded, slice);
        latest.put(recorded.stream(), after);

        return entries.of(slice, any, before, after, slice.sentence(any));
    }

    /** The view just before an event: from memory, else from the log. */
    @SuppressWarnings("unchecked") // a stream belongs to one family
    private <V extends View, E extends DomainEvent> V before(Recorded<E> recorded, Slice<V, E> slice) {
        View known = latest.get(recorded.stream());
        if (known != null && known.stamp().version() == recorded.sequence() - 1) return (V) known;
        if (recorded.sequence() == 0) return slice.fold().initial();
        return folded(recorded, recorded.sequence(), slice);
    }

    /** A correction undoes what the view has taken in already. */
    private <V extends View, E extends DomainEvent> V after(V before, Recorded<E> recorded, Slice<V, E> slice) {
        return recorded.event().corrects() == null
                ? slice.fold().step(before, recorded)
                : folded(recorded, recorded.sequence() + 1, slice);
    }

    private <V extends View, E extends DomainEvent> V folded(Recorded<E> of, long before, Slice<V, E> slice) {
        return slice.fold()
                .over(log.stream(of.stream(), 0, before).stream()
                        .map(earlier -> earlier.as(slice.family()))
                        .toList());
    }
}
