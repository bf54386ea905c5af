package org.paptracker.command.stocktake;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.inWords;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.command.stocktake.StocktakeCommand.AnswerFinding;
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.GiveFeedback;
import org.paptracker.command.stocktake.StocktakeCommand.Said;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeState;

/**
 * The rules of a stocktake. What is so already is never refused and never recorded twice. A plan that has ended takes no
 * new stocktake, but what was frozen in it is still fed back on and answered.
 */
final class StocktakeDecider {
    static final Decider<Stocktake, StocktakeCommand, StocktakeEvent> RULES = Decider.of(
                    Stocktake.FOLD, StocktakeCommand.class)
            .on(ScheduleStocktake.class, StocktakeDecider::schedule)
            .on(FreezeStocktake.class, StocktakeDecider::freeze)
            .on(GiveFeedback.class, StocktakeDecider::giveFeedback)
            .on(AnswerFinding.class, StocktakeDecider::answer)
            .on(CloseStocktake.class, StocktakeDecider::close)
            .exhaustive();

    private StocktakeDecider() {}

    static List<StocktakeEvent> schedule(Stocktake stocktake, ScheduleStocktake command, Context context) {
        context.plan().requireKnown(command.plan());
        StocktakeDetails details = command.details();
        if (details.equals(stocktake.details())) return List.of();
        context.plan().requireRunning(command.plan());
        require(
                !stocktake.isFrozen(),
                "stocktake.frozen",
                "Stocktake %s is frozen, and what it looks at with it. Schedule another for what is different."
                        .formatted(command.stocktake()));
        requireTerms("stocktake", "area", details.areas(), context.plan().areas());
        requireTerms("stocktake", "theme", details.themes(), context.plan().themes());
        return List.of(
                stocktake.details() == null
                        ? new StocktakeScheduled(command.plan(), command.stocktake(), details)
                        : new StocktakeAmended(command.plan(), command.stocktake(), details));
    }

    static List<StocktakeEvent> freeze(Stocktake stocktake, FreezeStocktake command, Context context) {
        requireKnown(stocktake, command, context);
        if (stocktake.isFrozen()) return List.of();
        context.plan().requireRunning(command.plan());
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new StocktakeFrozen(command.plan(), command.stocktake(), on, command.note()));
    }

    static List<StocktakeEvent> giveFeedback(Stocktake stocktake, GiveFeedback command, Context context) {
        requireKnown(stocktake, command, context);
        if (wasSaid(stocktake, command)) return List.of();
        requireOpen(stocktake, command);
        require(
                stocktake.isFrozen(),
                "stocktake.not-frozen",
                "Stocktake %s has no cut-off yet, so nobody can say what the feedback is about. Freeze it first."
                        .formatted(command.stocktake()));
        require(
                command.stage() == FeedbackStage.FORMAL || stocktake.state() != StocktakeState.FORMAL_FEEDBACK,
                "stocktake.formal-feedback-given",
                "Stocktake %s has its formal feedback already. Record what is new as formal feedback too."
                        .formatted(command.stocktake()));
        require(
                command.summary() != null || !command.findings().isEmpty(),
                "stocktake.feedback-empty",
                "The feedback says nothing. Give a summary, or at least one finding.");
        for (Said said : command.findings()) {
            requireTerms("stocktake", "area", said.areas(), context.plan().areas());
            requireTerms("stocktake", "theme", said.themes(), context.plan().themes());
        }
        return List.of(new FeedbackGiven(
                command.plan(),
                command.stocktake(),
                effective(command.effectiveOn(), stocktake.frozenOn(), context.today()),
                command.stage(),
                command.summary(),
                numbered(command.findings(), stocktake.findings().size())));
    }

    private static List<Finding> numbered(List<Said> said, int before) {
        List<Finding> findings = new ArrayList<>();
        for (Said one : said) {
            int number = before + findings.size() + 1;
            findings.add(new Finding(number, one.kind(), one.wording(), one.areas(), one.themes()));
        }
        return List.copyOf(findings);
    }

    /** Whether the very same was said before at the same stage. */
    private static boolean wasSaid(Stocktake stocktake, GiveFeedback command) {
        return stocktake.feedback().stream()
                .anyMatch(given -> given.stage() == command.stage()
                        && Objects.equals(given.summary(), command.summary())
                        && said(given.findings()).equals(command.findings()));
    }

    private static List<Said> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Said(finding.kind(), finding.wording(), finding.areas(), finding.themes()))
                .toList();
    }

    static List<StocktakeEvent> answer(Stocktake stocktake, AnswerFinding command, Context context) {
        requireKnown(stocktake, command, context);
        FeedbackGiven asked = asked(stocktake, command);
        if (isAnsweredSo(stocktake, command)) return List.of();
        requireOpen(stocktake, command);
        require(
                !isRecommendation(asked, command.finding())
                        || command.answer() == Answer.NOT_ACCEPTED
                        || !command.actions().isEmpty(),
                "stocktake.recommendation-without-action",
                "Name at least one action that does what recommendation %d asks for, or answer that it is not accepted, and why."
                        .formatted(command.finding()));
        return List.of(new FindingAnswered(
                command.plan(),
                command.stocktake(),
                effective(command.effectiveOn(), asked.effectiveOn(), context.today()),
                command.finding(),
                command.answer(),
                command.response(),
                command.actions()));
    }

    /** Another answer takes the earlier one's place, and its text says why. */
    static @Nullable Words words(Stocktake stocktake, StocktakeCommand command) {
        if (!(command instanceof AnswerFinding answer) || isAnsweredSo(stocktake, answer)) return null;
        Author author = stocktake.answerers().get(answer.finding());
        if (author == null) return null;
        return new Words("The answer to finding " + answer.finding(), author, null, true);
    }

    private static FeedbackGiven asked(Stocktake stocktake, AnswerFinding command) {
        return stocktake.feedback().stream()
                .filter(given -> given.findings().stream().anyMatch(finding -> finding.number() == command.finding()))
                .findFirst()
                .orElseThrow(() -> new Unknown(
                        "stocktake.unknown-finding",
                        "Stocktake %s has no finding %d. It has %d so far."
                                .formatted(
                                        command.stocktake(),
                                        command.finding(),
                                        stocktake.findings().size())));
    }

    private static boolean isRecommendation(FeedbackGiven given, int number) {
        return given.findings().stream()
                .anyMatch(finding -> finding.number() == number && finding.kind() == FindingKind.RECOMMENDATION);
    }

    private static boolean isAnsweredSo(Stocktake stocktake, AnswerFinding command) {
        var latest = stocktake.answers().get(command.finding());
        return latest != null
                && latest.answer() == command.answer()
                && latest.response().equals(command.response())
                && latest.actions().equals(command.actions());
    }

    static List<StocktakeEvent> close(Stocktake stocktake, CloseStocktake command, Context context) {
        requireKnown(stocktake, command, context);
        if (stocktake.state() == StocktakeState.CLOSED) return List.of();
        require(
                stocktake.state() == StocktakeState.FORMAL_FEEDBACK,
                "stocktake.no-formal-feedback",
                "Stocktake %s has no formal feedback yet, so it cannot be closed. Record the formal feedback first."
                        .formatted(command.stocktake()));
        List<Integer> unanswered = stocktake.unanswered();
        require(
                unanswered.isEmpty(),
                "stocktake.recommendation-unanswered",
                "Stocktake %s has recommendations that nobody has answered: %s. Answer each, then close it."
                        .formatted(command.stocktake(), inWords(new TreeSet<>(unanswered))));
        FeedbackGiven last = stocktake.feedback().get(stocktake.feedback().size() - 1);
        BusinessDate on = effective(command.effectiveOn(), last.effectiveOn(), context.today());
        return List.of(new StocktakeClosed(command.plan(), command.stocktake(), on, command.note()));
    }

    private static void requireKnown(Stocktake stocktake, StocktakeCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        Unknown.requireKnown(
                stocktake.details() != null,
                "stocktake.unknown",
                "Plan %s has no stocktake %s. Check its code, or schedule the stocktake first."
                        .formatted(command.plan(), command.stocktake()));
    }

    private static void requireOpen(Stocktake stocktake, StocktakeCommand command) {
        require(
                stocktake.state() != StocktakeState.CLOSED,
                "stocktake.closed",
                "Stocktake %s is closed, so nothing more can be recorded on it. It can still be read."
                        .formatted(command.stocktake()));
    }
}
