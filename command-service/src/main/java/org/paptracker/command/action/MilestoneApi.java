package org.paptracker.command.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.action.ActionApi.Assessment;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.ApproveRebaseline;
import org.paptracker.command.action.ActionCommand.AssessMilestone;
import org.paptracker.command.action.ActionCommand.ClaimCompletion;
import org.paptracker.command.action.ActionCommand.EmbedMilestone;
import org.paptracker.command.action.ActionCommand.ProposeRebaseline;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.action.ActionCommand.RefuseRebaseline;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.ReopenMilestone;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.EffectiveNote;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Milestones over HTTP. The version that comes back is the action's: they share its stream. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/actions/{action}/milestones/{milestone}")
class MilestoneApi {
    private final HttpCommands commands;

    MilestoneApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.AGREE_ACTIONS)
    @PutMapping
    ResponseEntity<Accepted> add(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody Addition body) {
        return commands.put(new AddMilestone(plan, action, milestone, body.details()), milestone);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping("/progress")
    ResponseEntity<Accepted> recordProgress(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody Progress body) {
        return commands.post(body.command(plan, action, milestone), milestone);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping("/completion")
    ResponseEntity<Accepted> claim(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody Claim body) {
        ClaimCompletion command = new ClaimCompletion(
                plan,
                action,
                milestone,
                body.completedOn,
                ErasableText.of(body.note),
                body.evidenceIds(),
                ErasableText.ofNullable(body.noEvidenceReason));
        return commands.post(command, milestone);
    }

    @RequiresRight(Right.VERIFY_COMPLETION)
    @PostMapping("/completion/verification")
    ResponseEntity<Accepted> verify(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(
                new VerifyCompletion(plan, action, milestone, noted.effectiveOn(), noted.text()), milestone);
    }

    @RequiresRight(Right.VERIFY_COMPLETION)
    @PostMapping("/completion/rejection")
    ResponseEntity<Accepted> reject(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody EffectiveReason body) {
        return commands.post(new RejectCompletion(plan, action, milestone, body.effectiveOn(), body.text()), milestone);
    }

    @RequiresRight(Right.SIGN_OFF_DELIVERY)
    @PostMapping("/embedding")
    ResponseEntity<Accepted> embed(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new EmbedMilestone(plan, action, milestone, noted.effectiveOn(), noted.text()), milestone);
    }

    @RequiresRight(Right.VERIFY_COMPLETION)
    @PostMapping("/reopening")
    ResponseEntity<Accepted> reopen(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody EffectiveReason body) {
        return commands.post(new ReopenMilestone(plan, action, milestone, body.effectiveOn(), body.text()), milestone);
    }

    @RequiresRight(Right.ASSESS)
    @PostMapping("/assessments")
    ResponseEntity<Accepted> assess(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody Assessment body) {
        AssessMilestone command = new AssessMilestone(
                plan, action, milestone, body.effectiveOn(), body.assessor(), body.rating(), body.text());
        return commands.post(command, milestone);
    }

    @RequiresRight(Right.PROPOSE_REBASELINE)
    @PostMapping("/rebaseline")
    ResponseEntity<Accepted> proposeRebaseline(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody Proposal body) {
        ProposeRebaseline command = new ProposeRebaseline(
                plan,
                action,
                milestone,
                body.effectiveOn,
                body.proposedDueOn,
                body.reasonCode,
                ErasableText.of(body.reason));
        return commands.post(command, milestone);
    }

    @RequiresRight(Right.DECIDE_REBASELINE)
    @PostMapping("/rebaseline/approval")
    ResponseEntity<Accepted> approveRebaseline(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(
                new ApproveRebaseline(plan, action, milestone, noted.effectiveOn(), noted.text()), milestone);
    }

    @RequiresRight(Right.DECIDE_REBASELINE)
    @PostMapping("/rebaseline/refusal")
    ResponseEntity<Accepted> refuseRebaseline(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @PathVariable MilestoneCode milestone,
            @Valid @RequestBody EffectiveReason body) {
        return commands.post(new RefuseRebaseline(plan, action, milestone, body.effectiveOn(), body.text()), milestone);
    }

    /**
     * @param successCriteria how we will know, in the order given
     * @param statutory whether law sets the date; no, if left out
     */
    record Addition(
            @NotNull @Name String title,
            @Nullable List<@NotNull @Text String> successCriteria,
            @Nullable BusinessDate dueOn,
            @Nullable Boolean statutory) {
        MilestoneDetails details() {
            List<ErasableText> criteria = successCriteria == null
                    ? List.of()
                    : successCriteria.stream().map(ErasableText::of).toList();
            return new MilestoneDetails(title, criteria, dueOn, Boolean.TRUE.equals(statutory));
        }
    }

    /**
     * @param percentComplete a whole number from 0 to 100
     * @param soWhat what difference it makes to children and families
     * @param howDoWeKnow what shows it
     * @param pathToGreen what brings it back on track
     * @param corrects the position of an earlier report that this one puts right
     * @param reason why that is put right; needed if somebody else made it
     */
    record Progress(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String note,
            @Nullable Integer percentComplete,
            @Nullable Rating rating,
            @Nullable BusinessDate forecastDueOn,
            @Text @Nullable String soWhat,
            @Text @Nullable String howDoWeKnow,
            @Text @Nullable String pathToGreen,
            @Nullable Long corrects,
            @Text @Nullable String reason) {
        RecordProgress command(PlanId plan, ActionCode action, MilestoneCode milestone) {
            return new RecordProgress(
                    plan,
                    action,
                    milestone,
                    effectiveOn,
                    ErasableText.of(note),
                    percentComplete,
                    rating,
                    forecastDueOn,
                    ErasableText.ofNullable(soWhat),
                    ErasableText.ofNullable(howDoWeKnow),
                    ErasableText.ofNullable(pathToGreen),
                    corrects,
                    ErasableText.ofNullable(reason));
        }
    }

    record Claim(
            @NotNull BusinessDate completedOn,
            @NotNull @Text String note,
            @Nullable List<@NotNull @Code String> evidence,
            @Text @Nullable String noEvidenceReason) {
        List<EvidenceId> evidenceIds() {
            return evidence == null
                    ? List.of()
                    : evidence.stream().distinct().map(EvidenceId::new).toList();
        }
    }

    record Proposal(
            @Nullable BusinessDate effectiveOn,
            @NotNull BusinessDate proposedDueOn,
            @NotNull RebaselineReason reasonCode,
            @NotNull @Text String reason) {}
}
