package org.paptracker.command.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.ProposeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.decision.DecisionCommand.WithdrawDecision;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/decisions/{decision}")
class DecisionApi {
    private final HttpCommands commands;

    DecisionApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.PROPOSE_DECISIONS)
    @PostMapping("/proposal")
    ResponseEntity<Accepted> propose(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody Proposing body) {
        return commands.put(new ProposeDecision(plan, decision, body.effectiveOn, body.proposal()), decision);
    }

    @RequiresRight(Right.DECIDE)
    @PutMapping
    ResponseEntity<Accepted> make(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody Making body) {
        return commands.put(new MakeDecision(plan, decision, body.details()), decision);
    }

    @RequiresRight(Right.CARRY_OUT_DECISIONS)
    @PostMapping("/implementation")
    ResponseEntity<Accepted> implement(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody Implementation body) {
        return commands.post(
                new ImplementDecision(plan, decision, body.effectiveOn, ErasableText.of(body.note)), decision);
    }

    @RequiresRight(Right.CARRY_OUT_DECISIONS)
    @PostMapping("/deferral")
    ResponseEntity<Accepted> defer(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody Deferral body) {
        return commands.post(
                new DeferDecision(plan, decision, body.effectiveOn, body.until, ErasableText.of(body.reason)),
                decision);
    }

    @RequiresRight(Right.DECIDE)
    @PostMapping("/supersession")
    ResponseEntity<Accepted> supersede(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody Supersession body) {
        SupersedeDecision command = new SupersedeDecision(
                plan, decision, body.effectiveOn, new DecisionId(body.by), ErasableText.ofNullable(body.reason));
        return commands.post(command, decision);
    }

    @RequiresRight(Right.DECIDE)
    @PostMapping("/withdrawal")
    ResponseEntity<Accepted> withdraw(
            @PathVariable PlanId plan, @PathVariable DecisionId decision, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new WithdrawDecision(plan, decision, body.effectiveOn(), body.text()), decision);
    }

    /**
     * @param board of the plan, by code, as are areas and themes
     * @param visibility PARTNERSHIP if left out
     */
    record Proposing(
            @NotNull @Name String title,
            @NotNull @Text String text,
            @NotNull @Code String board,
            @Nullable BusinessDate effectiveOn,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable Visibility visibility) {
        DecisionProposal proposal() {
            return new DecisionProposal(
                    ErasableText.of(title),
                    ErasableText.of(text),
                    new BoardCode(board),
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new),
                    visibility == null ? Visibility.PARTNERSHIP : visibility);
        }
    }

    /**
     * @param board a board of the plan, by code
     * @param proposedBy who proposed it, as the proposal on record says; left out, that one still holds
     * @param areas codes of the plan, as are themes and actions
     * @param visibility PARTNERSHIP if left out
     * @param meeting that it was made at, by code
     */
    record Making(
            @NotNull @Name String title,
            @NotNull @Text String text,
            @NotNull BusinessDate decidedOn,
            @NotNull @Code String board,
            @Name @Nullable String proposedBy,
            @Nullable BusinessDate dueOn,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable List<@NotNull @Code String> actions,
            @Nullable Visibility visibility,
            @Code @Nullable String meeting) {
        DecisionDetails details() {
            return DecisionDetails.of(title, ErasableText.of(text), decidedOn, new BoardCode(board))
                    .proposedBy(proposedBy)
                    .dueOn(dueOn)
                    .areas(CodeSets.of(areas, AreaCode::new))
                    .themes(CodeSets.of(themes, ThemeCode::new))
                    .actions(CodeSets.of(actions, ActionCode::new))
                    .visibility(visibility == null ? Visibility.PARTNERSHIP : visibility)
                    .meeting(meeting == null ? null : new MeetingCode(meeting))
                    .build();
        }
    }

    record Implementation(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String note) {}

    record Deferral(
            @Nullable BusinessDate effectiveOn,
            @Nullable BusinessDate until,
            @NotNull @Text String reason) {}

    /**
     * @param by the decision that takes its place
     */
    record Supersession(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Code String by,
            @Text @Nullable String reason) {}
}
