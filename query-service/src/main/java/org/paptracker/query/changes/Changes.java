package org.paptracker.query.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.audit.AuditEntry.Change;
import org.paptracker.query.audit.Differences;
import org.paptracker.query.audit.Shown;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.History;
import org.paptracker.query.history.ReadAccess;
import org.paptracker.query.history.Slice;
import org.paptracker.query.history.Slices;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** The difference between how a plan stood as at one moment and as at a later one, by the very folds of the views. */
@Component
public class Changes {
    private final List<FamilyViews<?, ?>> families;
    private final Slices slices;
    private final History history;
    private final Differences differences;

    Changes(List<FamilyViews<?, ?>> families, Slices slices, History history, Differences differences) {
        this.slices = slices;
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
    public List<Changed> between(PlanId plan, AsAt from, AsAt to) {
        Ends ends = new Ends(from, to);
        return details(news(List.of(plan), ends), ends);
    }

    /** The same, a page at a time: only what stands on the page is worked out. */
    Page<Changed> between(PlanId plan, AsAt from, AsAt to, Paging paging) {
        return between(List.of(plan), from, to, "", paging);
    }

    /**
     * Of several plans: the same code is something else in each.
     *
     * @param pin both ends in a text, for the next page
     */
    Page<Changed> between(List<PlanId> plans, AsAt from, AsAt to, String pin, Paging paging) {
        Ends ends = new Ends(from, to);
        Page<News> page = Page.of(news(plans, ends), News::key, pin, paging);
        return new Page<>(details(page.items(), ends), page.next());
    }

    /**
     * @param stream all of the stream that the subject belongs to
     * @param entries of the subject that are news, as recorded
     */
    private record News(
            PlanId plan,
            EntrySubject subject,
            List<Recorded<DomainEvent>> stream,
            List<Recorded<DomainEvent>> entries) {
        /** The position of the first entry, as a text that sorts as the number does; one entry can be about several. */
        String key() {
            return "%d %s %s".formatted(entries.get(0).position(), subject.type(), subject.code());
        }
    }

    /** Both ends, and what the caller can see as at each of them. */
    private final class Ends {
        private final AsAt from;
        private final AsAt to;
        private final ReadAccess before;
        private final ReadAccess after;

        Ends(AsAt from, AsAt to) {
            this.from = from;
            this.to = to;
            before = history.access(from);
            after = history.access(to);
        }

        /** What of a stream they may be told: nothing, unless they may see what it came to. */
        List<Recorded<DomainEvent>> shown(List<Recorded<DomainEvent>> stream) {
            if (to.scope().isEverything() || stream.isEmpty()) return stream;
            boolean seen = view(slices.of(stream.get(0).event()), stream, to)
                    .filter(after::saw)
                    .isPresent();
            return seen
                    ? Shown.of(stream, slices, after).stream()
                            .<Recorded<DomainEvent>>map(Shown::entry)
                            .toList()
                    : List.of();
        }

        List<Changed.Said> said(News news) {
            if (to.scope().isEverything()) {
                return news.entries().stream()
                        .map(entry -> said(entry, slices.of(entry.event()).sentence(entry)))
                        .toList();
            }
            Set<Long> positions =
                    news.entries().stream().map(Recorded::position).collect(Collectors.toSet());
            return Shown.of(news.stream(), slices, after).stream()
                    .filter(shown -> positions.contains(shown.entry().position()))
                    .map(shown -> said(shown.entry(), shown.sentence(after)))
                    .toList();
        }

        private static Changed.Said said(Recorded<DomainEvent> entry, String sentence) {
            return new Changed.Said(entry.position(), entry.event().effectiveOn(), sentence);
        }

        <V extends View, E extends DomainEvent> List<Change> changes(Slice<V, E> slice, News news) {
            V nothing = slice.fold().initial();
            V was = view(slice, news.stream(), from).filter(before::saw).orElse(nothing);
            V is = view(slice, news.stream(), to).orElse(nothing);
            return differences.between(slice, after.told(was), after.told(is), news.subject()).stream()
                    .sorted(Comparator.comparing(Change::field))
                    .toList();
        }

        private static <V extends View, E extends DomainEvent> Optional<V> view(
                Slice<V, E> slice, List<Recorded<DomainEvent>> stream, AsAt asAt) {
            return History.view(stream, slice.fold(), slice.family(), asAt);
        }
    }

    private List<News> news(List<PlanId> plans, Ends ends) {
        Set<String> named = new TreeSet<>();
        for (PlanId plan : plans) named.addAll(streams(plan, ends.to));
        Map<String, List<Recorded<DomainEvent>>> streams = history.entries(named);
        Map<List<Object>, News> news = new LinkedHashMap<>();
        for (Recorded<DomainEvent> entry : news(streams.values().stream().map(ends::shown), ends.from, ends.to)) {
            for (EntrySubject subject : slices.of(entry.event()).subjects(entry.event())) {
                news.computeIfAbsent(
                                List.of(entry.event().plan(), subject),
                                none -> new News(
                                        entry.event().plan(),
                                        subject,
                                        streams.getOrDefault(entry.stream(), List.of()),
                                        new ArrayList<>()))
                        .entries()
                        .add(entry);
            }
        }
        return news.values().stream()
                .sorted(Comparator.comparing(News::key, NaturalOrder.OF_TEXTS))
                .toList();
    }

    private List<Changed> details(List<News> news, Ends ends) {
        return news.stream()
                .map(each -> new Changed(
                        each.plan(),
                        each.subject(),
                        ends.said(each),
                        ends.changes(slices.of(each.entries().get(0).event()), each)))
                .toList();
    }

    private Set<String> streams(PlanId plan, AsAt asAt) {
        Set<String> streams = new TreeSet<>();
        for (FamilyViews<?, ?> family : families) streams.addAll(family.streams(plan, asAt));
        return streams;
    }

    private static List<Recorded<DomainEvent>> news(Stream<List<Recorded<DomainEvent>>> streams, AsAt from, AsAt to) {
        return streams.flatMap(List::stream)
                .filter(entry -> isNews(entry, from, to))
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    /** A correction is news twice if need be: when it takes back what was said, and when what it says becomes true. */
    private static boolean isNews(Recorded<DomainEvent> entry, AsAt from, AsAt to) {
        boolean takesBack = entry.event().corrects() != null && to.knows(entry) && !from.knows(entry);
        return takesBack || (to.counts(entry) && !from.counts(entry));
    }
}
