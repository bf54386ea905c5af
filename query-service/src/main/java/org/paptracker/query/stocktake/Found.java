package org.paptracker.query.stocktake;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.FindingKind;

/**
 * One thing that reviewers found or recommend, and what was answered.
 *
 * @param number unique in its stocktake, from 1
 * @param stage of the feedback it came with
 * @param on the day of that feedback
 * @param response the latest; null until there is one
 */
public record Found(
        int number,
        FindingKind kind,
        FeedbackStage stage,
        BusinessDate on,
        @Nullable String text,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable Response response) {

    /**
     * @param actions that do what is asked; empty if none does
     */
    public record Response(
            BusinessDate on, Answer answer, @Nullable String text, SortedSet<ActionCode> actions, Who by) {}

    static Found of(FeedbackGiven given, Finding finding) {
        return new Found(
                finding.number(),
                finding.kind(),
                given.stage(),
                given.effectiveOn(),
                ErasableText.shown(finding.wording()),
                finding.areas(),
                finding.themes(),
                null);
    }

    Found toldBy(PlanId plan, Disclosure disclosure) {
        if (response == null) return this;
        Response told = new Response(
                response.on,
                response.answer,
                response.text,
                response.actions.stream()
                        .filter(action -> disclosure.names(plan, "action", action))
                        .collect(Collectors.toCollection(TreeSet::new)),
                response.by);
        return new Found(number, kind, stage, on, text, areas, themes, told);
    }

    Found answered(FindingAnswered event, Recorded<?> recorded) {
        Response now = new Response(
                event.effectiveOn(),
                event.answer(),
                ErasableText.shown(event.response()),
                event.actions(),
                Who.of(recorded));
        return new Found(number, kind, stage, on, text, areas, themes, now);
    }

    /** Whether it asks for something and nobody has said yet what is to come of it. */
    public boolean waitsForAnswer() {
        return kind == FindingKind.RECOMMENDATION && response == null;
    }
}
