package org.paptracker.query.audit;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.ErasableText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the history's entry of an event from the views before and after it. */
@Component
class Entries {
    private final JsonMapper json;
    private final Differences differences;

    Entries(JsonMapper json, Differences differences) {
        this.json = json;
        this.differences = differences;
    }

    /** @param sentence that says what happened */
    <V extends View, E extends DomainEvent> AuditEntry of(
            Family<V, E> family, Recorded<DomainEvent> recorded, V before, V after, String sentence) {
        AuditEntry.Subject subject = family.subjects(recorded.event()).get(0);
        return of(
                family,
                recorded,
                before,
                after,
                sentence,
                differences.between(family, before, after, subject),
                reason(recorded.event()));
    }

    /** Without what happened, what changed by it and why: enough to tell whether it is looked for. */
    <V extends View, E extends DomainEvent> AuditEntry outline(
            Family<V, E> family, Recorded<DomainEvent> recorded, V before, V after) {
        return of(family, recorded, before, after, "", List.of(), null);
    }

    private <V extends View, E extends DomainEvent> AuditEntry of(
            Family<V, E> family,
            Recorded<DomainEvent> recorded,
            V before,
            V after,
            String sentence,
            List<AuditEntry.Change> changes,
            @Nullable String reason) {
        DomainEvent event = recorded.event();
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
                family.subjects(event).get(0),
                both(family.areas(), before, after),
                both(family.themes(), before, after),
                sentence,
                changes,
                by.source(),
                reason,
                by.requestId());
    }

    /** What leaves an area is part of that area's history too. */
    private static <V> SortedSet<String> both(Function<V, Set<String>> codes, V before, V after) {
        SortedSet<String> both = new TreeSet<>(codes.apply(before));
        both.addAll(codes.apply(after));
        return both;
    }

    private @Nullable String reason(DomainEvent event) {
        JsonNode reason = json.valueToTree(event).path("reason");
        return reason.isObject() ? ErasableText.shown(json.treeToValue(reason, ErasableText.class)) : null;
    }
}
