package org.paptracker.command.stocktake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
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
 * @param answerers who gave them
 */
record Stocktake(
        StocktakeState state,
        @Nullable StocktakeDetails details,
        @Nullable BusinessDate frozenOn,
        List<FeedbackGiven> feedback,
        Map<Integer, FindingAnswered> answers,
        Map<Integer, Author> answerers)
        implements Belongs {

    static final Fold<Stocktake, StocktakeEvent> FOLD = Fold.from(
                    new Stocktake(StocktakeState.SCHEDULED, null, null, List.of(), Map.of(), Map.of()),
                    StocktakeEvent.class)
            .on(StocktakeScheduled.class, (stocktake, event) -> stocktake.described(event.details()))
            .on(StocktakeAmended.class, (stocktake, event) -> stocktake.described(event.details()))
            .on(
                    StocktakeFrozen.class,
                    (stocktake, event) -> stocktake.in(StocktakeState.FROZEN).frozen(event.effectiveOn()))
            .on(FeedbackGiven.class, Stocktake::said)
            .on(FindingAnswered.class, (stocktake, event, recorded) -> stocktake.answered(event, Author.of(recorded)))
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

    private Stocktake answered(FindingAnswered answer, Author by) {
        Map<Integer, FindingAnswered> latest = new TreeMap<>(answers);
        latest.put(answer.finding(), answer);
        Map<Integer, Author> authors = new TreeMap<>(answerers);
        authors.put(answer.finding(), by);
        return withAnswers(Map.copyOf(latest), Map.copyOf(authors));
    }

    private Stocktake in(StocktakeState next) {
        return new Stocktake(next, details, frozenOn, feedback, answers, answerers);
    }

    private Stocktake described(StocktakeDetails now) {
        return new Stocktake(state, now, frozenOn, feedback, answers, answerers);
    }

    private Stocktake frozen(BusinessDate on) {
        return new Stocktake(state, details, on, feedback, answers, answerers);
    }

    private Stocktake withFeedback(List<FeedbackGiven> all) {
        return new Stocktake(state, details, frozenOn, all, answers, answerers);
    }

    private Stocktake withAnswers(Map<Integer, FindingAnswered> latest, Map<Integer, Author> authors) {
        return new Stocktake(state, details, frozenOn, feedback, latest, authors);
    }
}
