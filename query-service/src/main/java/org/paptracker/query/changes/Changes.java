package org.paptracker.query.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.audit.AuditEntry.Change;
import org.paptracker.query.audit.AuditEntry.Subject;
import org.paptracker.query.audit.Differences;
import org.paptracker.query.audit.Families;
import org.paptracker.query.audit.Family;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;

/** The difference between how a plan stood as at one moment and as at a later one, by the very folds of the views. */
@Component
class Changes {
    private final List<FamilyViews<?, ?>> families;
    private final History history;
    private final Differences differences;

    Changes(List<FamilyViews<?, ?>> families, History history, Differences differences) {
        this.families = families;
        this.history = history;
        this.differences = differences;
    }

    /**
     * What became of each subject of which something counts by {@code to} that did not count by {@code from}; in the
     * order in which the first of it was recorded.
     *
     * @param to not before {@code from}, in either time
     */
    Page<Changed> between(PlanId plan, AsAt from, AsAt to, @Nullable String cursor, int limit) {
        Map<String, List<Recorded<DomainEvent>>> streams = history.entries(streams(plan));
        Map<Subject, List<Recorded<DomainEvent>>> news = new LinkedHashMap<>();
        for (Recorded<DomainEvent> entry : news(streams, from, to)) {
            Subject subject = Families.of(entry.event()).subject(entry.event());
            news.computeIfAbsent(subject, none -> new ArrayList<>()).add(entry);
        }
        Page<Map.Entry<Subject, List<Recorded<DomainEvent>>>> page =
                Page.of(List.copyOf(news.entrySet()), Changes::key, cursor, limit);
        List<Changed> items = page.items().stream()
                .map(subject -> changed(subject.getKey(), subject.getValue(), streams, from, to))
                .toList();
        return new Page<>(items, page.next());
    }

    private Set<String> streams(PlanId plan) {
        Set<String> streams = new TreeSet<>();
        for (FamilyViews<?, ?> family : families) streams.addAll(family.streams(plan));
        return streams;
    }

    private static List<Recorded<DomainEvent>> news(
            Map<String, List<Recorded<DomainEvent>>> streams, AsAt from, AsAt to) {
        return streams.values().stream()
                .flatMap(List::stream)
                .filter(entry -> to.counts(entry) && !from.counts(entry))
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    /** The position of the first entry, as a text that sorts as the number does. */
    private static String key(Map.Entry<Subject, List<Recorded<DomainEvent>>> subject) {
        return "%019d".formatted(subject.getValue().get(0).position());
    }

    private Changed changed(
            Subject subject,
            List<Recorded<DomainEvent>> news,
            Map<String, List<Recorded<DomainEvent>>> streams,
            AsAt from,
            AsAt to) {
        Recorded<DomainEvent> first = news.get(0);
        Family<?, ?> family = Families.of(first.event());
        List<Changed.Said> said = news.stream()
                .map(entry -> new Changed.Said(entry.position(), entry.event().effectiveOn(), family.sentence(entry)))
                .toList();
        List<Recorded<DomainEvent>> stream = streams.getOrDefault(first.stream(), List.of());
        return new Changed(subject, said, changes(family, stream, first.event(), from, to));
    }

    private <V extends View, E extends DomainEvent> List<Change> changes(
            Family<V, E> family, List<Recorded<DomainEvent>> stream, DomainEvent about, AsAt from, AsAt to) {
        V before = History.view(stream, family.fold(), family.type(), from)
                .orElse(family.fold().initial());
        V after = History.view(stream, family.fold(), family.type(), to)
                .orElse(family.fold().initial());
        return differences.between(family, before, after, family.type().cast(about)).stream()
                .sorted(Comparator.comparing(Change::field))
                .toList();
    }
}
