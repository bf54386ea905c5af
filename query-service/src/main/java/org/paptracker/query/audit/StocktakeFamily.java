package org.paptracker.query.audit;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.fold.Fold;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.values.stocktake.FindingKind;

/** Stocktakes in the history. */
final class StocktakeFamily {
    private static final Fold<String, StocktakeEvent> SENTENCE = Fold.from("", StocktakeEvent.class)
            .on(
                    StocktakeScheduled.class,
                    (none, e) -> "The stocktake %s was scheduled: %s."
                            .formatted(e.stocktake(), Phrases.ending(e.details().title())))
            .on(
                    StocktakeAmended.class,
                    (none, e) -> "The details of the stocktake %s were amended.".formatted(e.stocktake()))
            .on(StocktakeFrozen.class, (none, e) -> stocktake(e, "was frozen at this place in the history"))
            .on(FeedbackGiven.class, (none, e) -> stocktake(e, "was given " + feedback(e)))
            .on(
                    FindingAnswered.class,
                    (none, e) -> stocktake(
                            e,
                            "had its finding %d answered: %s%s"
                                    .formatted(
                                            e.finding(),
                                            Phrases.of(e.answer()),
                                            e.actions().isEmpty()
                                                    ? ""
                                                    : ", to be done by "
                                                            + String.join(", ", Phrases.codes(e.actions())))))
            .on(StocktakeClosed.class, (none, e) -> stocktake(e, "was closed"))
            .exhaustive();

    static final Family<StocktakeView, StocktakeEvent> FAMILY = new Family<>(
            StocktakeEvent.class,
            StocktakeView.FOLD,
            SENTENCE,
            event -> List.of(
                    new AuditEntry.Subject("stocktake", event.stocktake().value())),
            (view, subject) -> view,
            view -> Phrases.codes(view.details().areas()),
            view -> Phrases.codes(view.details().themes()),
            (event, after, disclosure) -> told(event, disclosure));

    private StocktakeFamily() {}

    private static StocktakeEvent told(StocktakeEvent event, Disclosure disclosure) {
        if (!(event instanceof FindingAnswered answered)) return event;
        return new FindingAnswered(
                answered.plan(),
                answered.stocktake(),
                answered.effectiveOn(),
                answered.finding(),
                answered.answer(),
                answered.response(),
                answered.actions().stream()
                        .filter(action -> disclosure.names(answered.plan(), "action", action))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String stocktake(StocktakeEvent event, String whatHappened) {
        return "The stocktake %s %s%s.".formatted(event.stocktake(), whatHappened, Phrases.effective(event));
    }

    private static String feedback(FeedbackGiven event) {
        long recommendations = event.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.RECOMMENDATION)
                .count();
        return "%s feedback: findings %d, recommendations %d"
                .formatted(Phrases.of(event.stage()), event.findings().size() - recommendations, recommendations);
    }
}
