package org.paptracker.query.stocktake;

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
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.stocktake.FindingKind;

/** Stocktakes in the history. */
final class StocktakeSlice extends Slice<StocktakeView, StocktakeEvent> {
    private static final Fold<String, StocktakeEvent> SENTENCES = Fold.from("", StocktakeEvent.class)
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

    StocktakeSlice() {
        super(Stocktakes.PROJECTION, StocktakeEvent.class, StocktakeView.class, StocktakeView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(StocktakeView view) {
        return AreasAndThemes.of(view.details().areas(), view.details().themes());
    }

    @Override
    protected StocktakeEvent told(StocktakeEvent event, StocktakeView after, Disclosure disclosure) {
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
