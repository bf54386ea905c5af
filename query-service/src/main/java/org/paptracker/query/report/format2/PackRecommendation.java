package org.paptracker.query.report.format2;

import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.report.OpenRecommendation;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;

/** A recommendation of an earlier stocktake that was not done with. */
record PackRecommendation(
        StocktakeCode stocktake,
        int number,
        FindingKind kind,
        FeedbackStage stage,
        BusinessDate on,
        @Nullable String text,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable Response response,
        Map<ActionCode, ActionState> actionStates) {

    record Response(
            BusinessDate on, Answer answer, @Nullable String text, SortedSet<ActionCode> actions, Who by) {}

    static PackRecommendation of(OpenRecommendation open) {
        var found = open.recommendation();
        var response = found.response();
        return new PackRecommendation(
                open.stocktake(),
                found.number(),
                found.kind(),
                found.stage(),
                found.on(),
                found.text(),
                found.areas(),
                found.themes(),
                response == null
                        ? null
                        : new Response(
                                response.on(), response.answer(), response.text(), response.actions(), response.by()),
                open.actionStates());
    }
}
