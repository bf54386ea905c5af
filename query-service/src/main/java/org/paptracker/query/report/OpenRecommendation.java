package org.paptracker.query.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.stocktake.Found;
import org.paptracker.query.stocktake.StocktakeView;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;

/**
 * A recommendation that is not done with: nobody answered it, or what was answered is not delivered yet.
 *
 * @param actionStates of the actions that are to do it, by code; an action that the plan does not have is not among them
 */
public record OpenRecommendation(
        StocktakeCode stocktake, @JsonUnwrapped Found recommendation, Map<ActionCode, ActionState> actionStates) {

    /** By stocktake, then by number. */
    static List<OpenRecommendation> of(List<StocktakeView> stocktakes, Map<ActionCode, ActionState> actions) {
        return stocktakes.stream()
                .flatMap(stocktake -> stocktake.findings().stream()
                        .filter(found -> found.kind() == FindingKind.RECOMMENDATION)
                        .flatMap(found -> of(stocktake.code(), found, actions)))
                .toList();
    }

    private static Stream<OpenRecommendation> of(
            StocktakeCode stocktake, Found found, Map<ActionCode, ActionState> actions) {
        Found.Response response = found.response();
        if (response == null) return Stream.of(new OpenRecommendation(stocktake, found, Map.of()));
        if (response.answer() == Answer.NOT_ACCEPTED) return Stream.empty();
        Map<ActionCode, ActionState> states = new TreeMap<>();
        for (ActionCode code : response.actions()) {
            ActionState state = actions.get(code);
            if (state != null) states.put(code, state);
        }
        boolean done = response.actions().stream().allMatch(code -> isDelivered(states.get(code)));
        return done ? Stream.empty() : Stream.of(new OpenRecommendation(stocktake, found, states));
    }

    private static boolean isDelivered(@Nullable ActionState state) {
        return state == ActionState.DELIVERED || state == ActionState.EMBEDDED;
    }
}
