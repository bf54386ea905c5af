package org.paptracker.query.audit;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
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
            Slice<V, E> slice, Recorded<DomainEvent> recorded, V before, V after, String sentence) {
        EntrySubject subject = slice.subjects(recorded.event()).get(0);
        return of(
                slice,
                recorded,
                before,
                after,
                sentence,
                WhatWasSaid.in(recorded.event(), json),
                differences.between(slice, before, after, subject),
                reason(recorded.event()));
    }

    /** Without what happened, what changed by it and why: enough to tell whether it is looked for. */
    <V extends View, E extends DomainEvent> AuditEntry outline(
            Slice<V, E> slice, Recorded<DomainEvent> recorded, V before, V after) {
        return of(slice, recorded, before, after, "", List.of(), List.of(), null);
    }

    private <V extends View, E extends DomainEvent> AuditEntry of(
            Slice<V, E> slice,
            Recorded<DomainEvent> recorded,
            V before,
            V after,
            String sentence,
            List<AuditEntry.Said> said,
            List<AuditEntry.Change> changes,
            @Nullable String reason) {
        DomainEvent event = recorded.event();
        Provenance by = recorded.provenance();
        return new AuditEntry(
                recorded.position(),
                recorded.recordedAt(),
                event.effectiveOn(),
                event.plan(),
                Who.of(recorded),
                by.role(),
                by.organisation(),
                String.valueOf(EventNames.of(event.getClass())),
                slice.subjects(event).get(0),
                both(
                        slice.areasAndThemes(before).areas(),
                        slice.areasAndThemes(after).areas()),
                both(
                        slice.areasAndThemes(before).themes(),
                        slice.areasAndThemes(after).themes()),
                sentence,
                said,
                changes,
                by.source(),
                reason,
                by.requestId(),
                null);
    }

    /** What leaves an area is part of that area's history too. */
    private static SortedSet<String> both(Set<String> before, Set<String> after) {
        SortedSet<String> both = new TreeSet<>(before);
        both.addAll(after);
        return both;
    }

    private @Nullable String reason(DomainEvent event) {
        JsonNode reason = json.valueToTree(event).path("reason");
        return reason.isObject() ? ErasableText.shown(json.treeToValue(reason, ErasableText.class)) : null;
    }
}
