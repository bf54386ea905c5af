package org.paptracker.query.readaccess;

import static org.paptracker.query.History.date;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.fold.Provenance;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;

/**
 * A history in which some things are for few. It can be told as it is, or with an entry about nothing in place of each
 * that is hidden: positions are dense over all that is recorded, so that something was recorded can't be hidden, but
 * nothing else may differ.
 */
final class Hidden {
    private static final Provenance SOMEBODY = new Provenance("somebody", "BOARD", "ICB", "r-3", "Papers");

    private final List<One> all = new ArrayList<>();

    /** @param until the last class that cannot see it; null if everybody can */
    record One(DomainEvent event, Visibility until, Provenance by) {}

    Hidden open(DomainEvent... events) {
        for (DomainEvent event : events) all.add(new One(event, null, History.LEAD));
        return this;
    }

    /** @param until who may see no further than this, does not see it */
    Hidden from(Visibility until, DomainEvent... events) {
        for (DomainEvent event : events) all.add(new One(event, until, SOMEBODY));
        return this;
    }

    /** Tells it to a service, without what is hidden from who sees as far as one of {@code without}. */
    void tell(QueryService service, Predicate<One> without) {
        for (One one : all) {
            boolean left = one.until() != null && without.test(one);
            service.append(List.of(left ? nothing() : one.event()), left ? History.OFFICE : one.by());
        }
        service.awaitViews();
    }

    /** For the fewest only, in a plan that there is not. */
    static DomainEvent nothing() {
        return new VoiceHeard(
                new PlanId("elsewhere"),
                new VoiceId("nothing"),
                new VoiceDetails(
                        date("2025-01-01"),
                        VoiceFrom.OTHER,
                        null,
                        ErasableText.of("Nothing"),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        List.of(),
                        Visibility.RESTRICTED));
    }
}
