package org.paptracker.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.log.LogReader;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.ErasableText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the history's entry of an event: folds the event's stream one step on and says what that changed. */
@Component
class AuditWriter {
    private static final int MOST_STREAMS = 2_000;

    private final LogReader log;
    private final JsonMapper json;
    private final Differences differences;

    /** The latest views, so that a busy stream need not be read again for each of its events. */
    private final Map<String, View> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, View> eldest) {
            return size() > MOST_STREAMS;
        }
    };

    /** Position of what was written last. */
    private long last;

    AuditWriter(LogReader log, JsonMapper json, Differences differences) {
        this.log = log;
        this.differences = differences;
        this.json = json;
    }

    /** One that remembers nothing yet. */
    AuditWriter another() {
        return new AuditWriter(log, json, differences);
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
        return write(recorded, Families.of(recorded.event()));
    }

    private <V extends View, E extends DomainEvent> AuditEntry write(Recorded<DomainEvent> any, Family<V, E> family) {
        Recorded<E> recorded = any.as(family.type());
        V before = before(recorded, family);
        V after = after(before, recorded, family);
        latest.put(recorded.stream(), after);

        E event = recorded.event();
        AuditEntry.Subject subject = family.subjects(event).get(0);
        Provenance by = recorded.provenance();
        return new AuditEntry(
                recorded.position(),
                recorded.recordedAt(),
                event.effectiveOn(),
                event.plan(),
                by.actor(),
                by.role(),
                by.organisation(),
                String.valueOf(EventNames.of(event.getClass())),
                subject,
                both(family.areas(), before, after),
                both(family.themes(), before, after),
                family.sentence(any),
                differences.between(family, before, after, subject),
                by.source(),
                reason(event),
                by.requestId());
    }

    /** What leaves an area is part of that area's history too. */
    private static <V> SortedSet<String> both(Function<V, Set<String>> codes, V before, V after) {
        SortedSet<String> both = new TreeSet<>(codes.apply(before));
        both.addAll(codes.apply(after));
        return both;
    }

    /** The view just before an event: from memory, else from the log. */
    @SuppressWarnings("unchecked") // a stream belongs to one family
    private <V extends View, E extends DomainEvent> V before(Recorded<E> recorded, Family<V, E> family) {
        View known = latest.get(recorded.stream());
        if (known != null && known.stamp().version() == recorded.sequence() - 1) return (V) known;
        if (recorded.sequence() == 0) return family.fold().initial();
        return folded(recorded, recorded.sequence(), family);
    }

    /** A correction undoes what the view has taken in already. */
    private <V extends View, E extends DomainEvent> V after(V before, Recorded<E> recorded, Family<V, E> family) {
        return recorded.event().corrects() == null
                ? family.fold().step(before, recorded)
                : folded(recorded, recorded.sequence() + 1, family);
    }

    private <V extends View, E extends DomainEvent> V folded(Recorded<E> of, long before, Family<V, E> family) {
        return family.fold()
                .over(log.stream(of.stream(), 0, before).stream()
                        .map(earlier -> earlier.as(family.type()))
                        .toList());
    }

    private @Nullable String reason(DomainEvent event) {
        JsonNode reason = json.valueToTree(event).path("reason");
        return reason.isObject() ? ErasableText.shown(json.treeToValue(reason, ErasableText.class)) : null;
    }
}
