package org.paptracker.command.stocktake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.EffectiveNote;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.command.stocktake.StocktakeCommand.AnswerFinding;
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.GiveFeedback;
import org.paptracker.command.stocktake.StocktakeCommand.Said;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stocktakes over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/stocktakes/{stocktake}")
class StocktakeApi {
    private final HttpCommands commands;

    StocktakeApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.HOLD_STOCKTAKES)
    @PutMapping
    ResponseEntity<Accepted> schedule(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, @Valid @RequestBody Schedule body) {
        return commands.put(new ScheduleStocktake(plan, stocktake, body.details()), stocktake);
    }

    /** Sets the cut-off where the log stands now. */
    @RequiresRight(Right.HOLD_STOCKTAKES)
    @PostMapping("/freeze")
    ResponseEntity<Accepted> freeze(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, @Valid @RequestBody EffectiveNote body) {
        return commands.post(new FreezeStocktake(plan, stocktake, body.effectiveOn(), body.text()), stocktake);
    }

    @RequiresRight(Right.RECORD_FINDINGS)
    @PostMapping("/findings")
    ResponseEntity<Accepted> findings(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, @Valid @RequestBody Feedback body) {
        List<Said> findings = body.findings == null
                ? List.of()
                : body.findings.stream().map(FindingBody::said).toList();
        return commands.post(
                new GiveFeedback(
                        plan, stocktake, body.effectiveOn, body.stage, ErasableText.ofNullable(body.summary), findings),
                stocktake);
    }

    @RequiresRight(Right.ANSWER_FINDINGS)
    @PostMapping("/findings/{number}/response")
    ResponseEntity<Accepted> answer(
            @PathVariable PlanId plan,
            @PathVariable StocktakeCode stocktake,
            @PathVariable int number,
            @Valid @RequestBody Response body) {
        return commands.post(
                new AnswerFinding(
                        plan,
                        stocktake,
                        number,
                        body.effectiveOn,
                        body.answer,
                        ErasableText.of(body.text),
                        CodeSets.of(body.actions, ActionCode::new)),
                stocktake);
    }

    @RequiresRight(Right.CLOSE_STOCKTAKES)
    @PostMapping("/closure")
    ResponseEntity<Accepted> close(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, @Valid @RequestBody EffectiveNote body) {
        return commands.post(new CloseStocktake(plan, stocktake, body.effectiveOn(), body.text()), stocktake);
    }

    /**
     * @param heldOn when it is or was held
     * @param heldBy the bodies that hold it, never a personal name
     * @param areas codes of the plan, as are themes; none means the whole plan
     * @param visibility REVIEWERS if left out
     */
    record Schedule(
            @NotNull @Name String title,
            @NotNull StocktakeKind kind,
            @Nullable BusinessDate heldOn,

            @NotNull @Size(min = 1, max = 20, message = "must name 1 to 20 bodies")
            List<@NotNull @Name String> heldBy,

            @Text @Nullable String scope,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable Visibility visibility) {
        StocktakeDetails details() {
            return new StocktakeDetails(
                    title,
                    kind,
                    heldOn,
                    List.copyOf(heldBy),
                    ErasableText.ofNullable(scope),
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new),
                    visibility == null ? Visibility.REVIEWERS : visibility);
        }
    }

    /**
     * @param findings numbered in this order
     */
    record Feedback(
            @Nullable BusinessDate effectiveOn,
            @NotNull FeedbackStage stage,
            @Text @Nullable String summary,

            @Nullable @Size(max = 100, message = "must be no more than 100 at once")
            List<@NotNull @Valid FindingBody> findings) {}

    /**
     * @param areas codes of the plan, as are themes
     */
    record FindingBody(
            @NotNull FindingKind kind,
            @NotNull @Text String text,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes) {
        Said said() {
            return new Said(
                    kind,
                    ErasableText.of(text),
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new));
        }
    }

    /**
     * @param actions codes of the actions that do what is asked
     */
    record Response(
            @Nullable BusinessDate effectiveOn,
            @NotNull Answer answer,
            @NotNull @Text String text,
            @Nullable List<@NotNull @Code String> actions) {}
}
