package org.paptracker.command.stocktake;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;

/** What can be asked of a stocktake. An {@code effectiveOn} that is null means today. */
sealed interface StocktakeCommand extends Command {
    StocktakeCode stocktake();

    @Override
    default String stream() {
        return Streams.of(StocktakeEvent.class, plan(), stocktake());
    }

    /** Schedules the stocktake or, if that is done already, amends it: the whole of its details as they should be. */
    record ScheduleStocktake(PlanId plan, StocktakeCode stocktake, StocktakeDetails details)
            implements StocktakeCommand {}

    record FreezeStocktake(
            PlanId plan,
            StocktakeCode stocktake,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements StocktakeCommand {}

    record GiveFeedback(
            PlanId plan,
            StocktakeCode stocktake,
            @Nullable BusinessDate effectiveOn,
            FeedbackStage stage,
            @Nullable ErasableText summary,
            List<Said> findings)
            implements StocktakeCommand {}

    /** A finding that has no number yet. */
    record Said(FindingKind kind, ErasableText wording, SortedSet<AreaCode> areas, SortedSet<ThemeCode> themes) {}

    record AnswerFinding(
            PlanId plan,
            StocktakeCode stocktake,
            int finding,
            @Nullable BusinessDate effectiveOn,
            Answer answer,
            ErasableText response,
            SortedSet<ActionCode> actions)
            implements StocktakeCommand {}

    record CloseStocktake(
            PlanId plan,
            StocktakeCode stocktake,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements StocktakeCommand {}
}
