package org.paptracker.command.risk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.command.risk.RiskCommand.AcceptRisk;
import org.paptracker.command.risk.RiskCommand.CloseRisk;
import org.paptracker.command.risk.RiskCommand.EscalateRisk;
import org.paptracker.command.risk.RiskCommand.IdentifyRisk;
import org.paptracker.command.risk.RiskCommand.PlanMitigation;
import org.paptracker.command.risk.RiskCommand.ReturnRisk;
import org.paptracker.command.risk.RiskCommand.ScoreRisk;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.risk.RiskResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Risks over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/risks/{risk}")
class RiskApi {
    private final HttpCommands commands;

    RiskApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.KEEP_RISKS)
    @PutMapping
    ResponseEntity<Accepted> identify(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody Identification body) {
        return commands.put(new IdentifyRisk(plan, risk, body.details()), risk);
    }

    @RequiresRight(Right.KEEP_RISKS)
    @PostMapping("/scores")
    ResponseEntity<Accepted> score(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody Score body) {
        ScoreRisk command = new ScoreRisk(
                plan, risk, body.effectiveOn, body.likelihood, body.impact, ErasableText.ofNullable(body.note));
        return commands.post(command, risk);
    }

    @RequiresRight(Right.KEEP_RISKS)
    @PostMapping("/mitigations")
    ResponseEntity<Accepted> mitigate(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody Mitigation body) {
        return commands.post(
                new PlanMitigation(plan, risk, body.effectiveOn, ErasableText.of(body.text), body.dueOn), risk);
    }

    @RequiresRight(Right.KEEP_RISKS)
    @PostMapping("/escalation")
    ResponseEntity<Accepted> escalate(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody Escalation body) {
        EscalateRisk command =
                new EscalateRisk(plan, risk, body.effectiveOn, new BoardCode(body.to), ErasableText.of(body.reason));
        return commands.post(command, risk);
    }

    @RequiresRight(Right.ACCEPT_RISKS)
    @PostMapping("/return")
    ResponseEntity<Accepted> giveBack(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new ReturnRisk(plan, risk, body.effectiveOn(), body.text()), risk);
    }

    @RequiresRight(Right.ACCEPT_RISKS)
    @PostMapping("/acceptance")
    ResponseEntity<Accepted> accept(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new AcceptRisk(plan, risk, body.effectiveOn(), body.text()), risk);
    }

    @RequiresRight(Right.KEEP_RISKS)
    @PostMapping("/closure")
    ResponseEntity<Accepted> close(
            @PathVariable PlanId plan, @PathVariable RiskCode risk, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new CloseRisk(plan, risk, body.effectiveOn(), body.text()), risk);
    }

    /**
     * @param event what may happen, or has begun to
     * @param ownerRole a role, never a personal name
     * @param areas codes of the plan, as are themes
     * @param visibility PARTNERSHIP if left out
     */
    record Identification(
            @NotNull @Name String title,
            @Nullable BusinessDate identifiedOn,
            @Text @Nullable String cause,
            @NotNull @Text String event,
            @Text @Nullable String effect,
            @Name @Nullable String ownerRole,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable RiskResponse response,
            @Nullable Visibility visibility) {
        RiskDetails details() {
            return new RiskDetails(
                    title,
                    identifiedOn,
                    ErasableText.ofNullable(cause),
                    ErasableText.of(event),
                    ErasableText.ofNullable(effect),
                    ownerRole,
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new),
                    response,
                    visibility == null ? Visibility.PARTNERSHIP : visibility);
        }
    }

    /**
     * @param likelihood a whole number from 1 to 5, as is impact
     */
    record Score(
            @Nullable BusinessDate effectiveOn,
            @NotNull Integer likelihood,
            @NotNull Integer impact,
            @Text @Nullable String note) {}

    record Mitigation(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String text,
            @Nullable BusinessDate dueOn) {}

    /**
     * @param to a board of the plan, by code
     */
    record Escalation(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Code String to,
            @NotNull @Text String reason) {}
}
