package org.paptracker.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.History;
import org.paptracker.query.history.ReadAccess;
import org.paptracker.query.history.Slices;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/**
 * The history for people who cannot see all of it. It is told anew from the streams that they can see, so what
 * is hidden fills no page, moves no cursor and stands in no difference.
 */
@Component
class ShownHistory {
    private final List<FamilyViews<?, ?>> families;
    private final Slices slices;
    private final History history;
    private final Entries entries;

    ShownHistory(List<FamilyViews<?, ?>> families, Slices slices, History history, Entries entries) {
        this.slices = slices;
        this.families = families;
        this.history = history;
        this.entries = entries;
    }

    /**
     * The newest first.
     *
     * @param plan null for all of them
     * @param first position of the earliest that counts
     * @param last position of the latest
     */
    Page<AuditEntry> page(
            @Nullable PlanId plan, AsAt now, Predicate<AuditEntry> wanted, long first, long last, int limit) {
        ReadAccess access = history.access(now);
        Map<String, List<Recorded<DomainEvent>>> streams = history.entries(names(plan, now));
        Map<String, Map<Long, Shown<?, ?>>> shown = new HashMap<>();
        List<AuditEntry> items = new ArrayList<>();
        for (Recorded<DomainEvent> entry : newestFirst(streams, first, last)) {
            Shown<?, ?> one = shown.computeIfAbsent(
                            entry.stream(), name -> byPosition(streams.getOrDefault(name, List.of()), access))
                    .get(entry.position());
            if (one == null || !wanted.test(one.outline(entries))) continue;
            if (items.size() == limit) {
                return new Page<>(items, String.valueOf(items.get(limit - 1).position()));
            }
            items.add(one.entry(entries, access));
        }
        return new Page<>(items, null);
    }

    private Set<String> names(@Nullable PlanId plan, AsAt now) {
        Set<String> names = new TreeSet<>();
        for (FamilyViews<?, ?> family : families) {
            names.addAll(plan == null ? family.streams(now) : family.streams(plan, now));
        }
        return names;
    }

    private static List<Recorded<DomainEvent>> newestFirst(
            Map<String, List<Recorded<DomainEvent>>> streams, long first, long last) {
        return streams.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.position() >= first && entry.position() <= last)
                .sorted(Comparator.<Recorded<DomainEvent>>comparingLong(Recorded::position)
                        .reversed())
                .toList();
    }

    private Map<Long, Shown<?, ?>> byPosition(List<Recorded<DomainEvent>> stream, ReadAccess access) {
        Map<Long, Shown<?, ?>> shown = new HashMap<>();
        Shown.of(stream, slices, access).forEach(one -> shown.put(one.entry().position(), one));
        return shown;
    }
}
