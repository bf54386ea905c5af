package org.paptracker.command.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.evidence.EvidenceCommand.ChallengeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ReturnEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SubmitEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SupersedeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.UpholdEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ValidateEvidence;
import org.paptracker.command.evidence.EvidenceCommand.WithdrawEvidence;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.EffectiveNote;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.SubjectBody;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/evidence/{evidence}")
class EvidenceApi {
    private final HttpCommands commands;

    EvidenceApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.SUBMIT_EVIDENCE)
    @PutMapping
    ResponseEntity<Accepted> submit(
            @PathVariable PlanId plan, @PathVariable EvidenceId evidence, @Valid @RequestBody Submission body) {
        return commands.put(
                new SubmitEvidence(plan, evidence, body.details(), ErasableText.ofNullable(body.reason)), evidence);
    }

    @RequiresRight(Right.VALIDATE_EVIDENCE)
    @PostMapping("/validation")
    ResponseEntity<Accepted> validate(
            @PathVariable PlanId plan,
            @PathVariable EvidenceId evidence,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new ValidateEvidence(plan, evidence, noted.effectiveOn(), noted.text()), evidence);
    }

    @RequiresRight(Right.VALIDATE_EVIDENCE)
    @PostMapping("/return")
    ResponseEntity<Accepted> giveBack(
            @PathVariable PlanId plan, @PathVariable EvidenceId evidence, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new ReturnEvidence(plan, evidence, body.effectiveOn(), body.text()), evidence);
    }

    @RequiresRight(Right.CHALLENGE_EVIDENCE)
    @PostMapping("/challenge")
    ResponseEntity<Accepted> challenge(
            @PathVariable PlanId plan, @PathVariable EvidenceId evidence, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new ChallengeEvidence(plan, evidence, body.effectiveOn(), body.text()), evidence);
    }

    @RequiresRight(Right.DECIDE_CHALLENGE)
    @PostMapping("/upholding")
    ResponseEntity<Accepted> uphold(
            @PathVariable PlanId plan,
            @PathVariable EvidenceId evidence,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new UpholdEvidence(plan, evidence, noted.effectiveOn(), noted.text()), evidence);
    }

    @RequiresRight(Right.SUBMIT_EVIDENCE)
    @PostMapping("/withdrawal")
    ResponseEntity<Accepted> withdraw(
            @PathVariable PlanId plan, @PathVariable EvidenceId evidence, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new WithdrawEvidence(plan, evidence, body.effectiveOn(), body.text()), evidence);
    }

    @RequiresRight(Right.SUBMIT_EVIDENCE)
    @PostMapping("/supersession")
    ResponseEntity<Accepted> supersede(
            @PathVariable PlanId plan, @PathVariable EvidenceId evidence, @Valid @RequestBody Supersession body) {
        return commands.post(
                new SupersedeEvidence(
                        plan,
                        evidence,
                        body.effectiveOn,
                        new EvidenceId(body.by),
                        ErasableText.ofNullable(body.reason)),
                evidence);
    }

    /**
     * @param sampleSize how many cases, answers or people it rests on
     * @param visibility PARTNERSHIP if left out
     * @param reason why it is amended; the programme office gives one for what others submitted
     */
    record Submission(
            @NotNull @Name String title,
            @NotNull EvidenceKind kind,
            @NotNull EvidenceLevel level,
            @Nullable Period period,
            @NotNull @Text String summary,
            @NotNull @Valid SourceBody source,

            @Min(value = 1, message = "must be 1 or more; leave it out if nothing was counted") @Nullable
            Integer sampleSize,

            @NotEmpty(message = "must name at least one thing that it supports")
            List<@NotNull @Valid SubjectBody> supports,

            @Nullable Visibility visibility,
            @Text @Nullable String reason) {
        EvidenceDetails details() {
            return new EvidenceDetails(
                    title,
                    kind,
                    level,
                    period,
                    ErasableText.of(summary),
                    source.source(),
                    sampleSize,
                    Collections.unmodifiableSortedSet(
                            supports.stream().map(SubjectBody::subject).collect(Collectors.toCollection(TreeSet::new))),
                    visibility == null ? Visibility.PARTNERSHIP : visibility);
        }
    }

    /** @param sha256 of the file as it was read */
    record SourceBody(
            @NotNull @Name String title,

            @Size(max = 2000, message = "must be no longer than 2,000 characters")
            @Pattern(regexp = "https?://[!-~]+", message = "must be a web address: https://…")
            @Nullable
            String url,

            @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in lower case") @Nullable
            String sha256) {
        EvidenceSource source() {
            return new EvidenceSource(title, url, sha256);
        }
    }

    /** @param by the id of the evidence that takes its place */
    record Supersession(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Code String by,
            @Text @Nullable String reason) {}
}
