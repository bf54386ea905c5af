package org.paptracker.command.stocktake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.fold.Fold;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeState;

/**
 * What decisions about a stocktake need to know.
 *
 * @param details null while nothing is scheduled
 * @param frozenOn null before the cut-off
 * @param feedback all that was said, in the order recorded
 * @param answers the latest to each finding, by number
 */
record Stocktake(
        StocktakeState state,
        @Nullable StocktakeDetails details,
        @Nullable BusinessDate frozenOn,
        List<FeedbackGiven> feedback,
        Map<Integer, FindingAnswered> answers)
        implements Belongs {

    static final Fold<Stocktake, StocktakeEvent> FOLD = Fold.from(
                    new Stocktake(StocktakeState.SCHEDULED, null, null, List.of(), Map.of()), StocktakeEvent.class)
            .on(StocktakeScheduled.class, (stocktake, event) -> stocktake.described(event.details()))
            .on(StocktakeAmended.class, (stocktake, event) -> stocktake.described(event.details()))
            .on(
                    StocktakeFrozen.class,
                    (stocktake, event) -> stocktake.in(StocktakeState.FROZEN).frozen(event.effectiveOn()))
            .on(FeedbackGiven.class, Stocktake::said)
            .on(FindingAnswered.class, Stocktake::answered)
            .on(StocktakeClosed.class, (stocktake, event) -> stocktake.in(StocktakeState.CLOSED))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }

    boolean isFrozen() {
        return state != StocktakeState.SCHEDULED;
    }

    List<Finding> findings() {
        return feedback.stream().flatMap(given -> given.findings().stream()).toList();
    }

    /** Numbers of the recommendations that nobody has answered, in order. */
    List<Integer> unanswered() {
        return findings().stream()
                .filter(finding -> finding.kind() == FindingKind.RECOMMENDATION)
                .map(Finding::number)
                .filter(number -> !answers.containsKey(number))
                .toList();
    }

    private Stocktake said(FeedbackGiven given) {
        List<FeedbackGiven> all = new ArrayList<>(feedback);
        all.add(given);
        StocktakeState next = given.stage() == FeedbackStage.INITIAL
                ? StocktakeState.INITIAL_FEEDBACK
                : StocktakeState.FORMAL_FEEDBACK;
        return in(next).withFeedback(List.copyOf(all));
    }

    private Stocktake answered(FindingAnswered answer) {
        Map<Integer, FindingAnswered> latest = new TreeMap<>(answers);
        latest.put(answer.finding(), answer);
        return withAnswers(Map.copyOf(latest));
    }

    private Stocktake in(StocktakeState next) {
        return new Stocktake(next, details, frozenOn, feedback, answers);
    }

    private Stocktake described(StocktakeDetails now) {
        return new Stocktake(state, now, frozenOn, feedback, answers);
    }

    private Stocktake frozen(BusinessDate on) {
        return new Stocktake(state, details, on, feedback, answers);
    }

    private Stocktake withFeedback(List<FeedbackGiven> all) {
        return new Stocktake(state, details, frozenOn, all, answers);
    }

    private Stocktake withAnswers(Map<Integer, FindingAnswered> latest) {
        return new Stocktake(state, details, frozenOn, feedback, latest);
    }
}
