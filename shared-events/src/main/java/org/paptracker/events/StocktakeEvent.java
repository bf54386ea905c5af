package org.paptracker.events;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;

/**
 * What can happen to a stocktake: scheduled, frozen, initial feedback, formal feedback, closed. Life cycle:
 * docs/requirements.md, STK-1 to STK-14.
 */
@EventFamily("stocktake")
public sealed interface StocktakeEvent extends DomainEvent {
    StocktakeCode stocktake();

    @Override
    default String stream() {
        return Streams.of(StocktakeEvent.class, plan(), stocktake());
    }

    @EventType(value = "stocktake-scheduled", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record StocktakeScheduled(PlanId plan, StocktakeCode stocktake, StocktakeDetails details)
            implements StocktakeEvent {}

    /** The whole of the details as they now are. */
    @EventType(value = "stocktake-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record StocktakeAmended(PlanId plan, StocktakeCode stocktake, StocktakeDetails details) implements StocktakeEvent {}

    /**
     * The cut-off: what the log held before this event, as far as it was true by the day, is what the stocktake looks
     * at, for ever. The event's own position says where that is, so no writer can slip in between.
     */
    @EventType("stocktake-frozen")
    record StocktakeFrozen(
            PlanId plan,
            StocktakeCode stocktake,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements StocktakeEvent {}

    /**
     * What the reviewers said.
     *
     * @param summary null if there are only findings
     * @param findings numbered on from those before; may be empty
     */
    @EventType("stocktake-feedback-given")
    record FeedbackGiven(
            PlanId plan,
            StocktakeCode stocktake,
            BusinessDate effectiveOn,
            FeedbackStage stage,
            @Nullable ErasableText summary,
            List<Finding> findings)
            implements StocktakeEvent {}

    /**
     * What the partnership answers. A later answer to the same finding takes the earlier one's place.
     *
     * @param finding its number
     * @param actions that do what is asked, ordered by code; empty if none does
     */
    @EventType("stocktake-finding-answered")
    record FindingAnswered(
            PlanId plan,
            StocktakeCode stocktake,
            BusinessDate effectiveOn,
            int finding,
            Answer answer,
            ErasableText response,
            SortedSet<ActionCode> actions)
            implements StocktakeEvent {}

    @EventType("stocktake-closed")
    record StocktakeClosed(
            PlanId plan,
            StocktakeCode stocktake,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements StocktakeEvent {}
}
