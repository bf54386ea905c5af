package org.paptracker.command.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.AssessAction;
import org.paptracker.command.action.ActionCommand.CancelAction;
import org.paptracker.command.action.ActionCommand.DeliverAction;
import org.paptracker.command.action.ActionCommand.EmbedAction;
import org.paptracker.command.action.ActionCommand.PauseAction;
import org.paptracker.command.action.ActionCommand.Placement;
import org.paptracker.command.action.ActionCommand.ResumeAction;
import org.paptracker.command.action.ActionCommand.StartAction;
import org.paptracker.command.action.ActionCommand.TransferAction;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.EffectiveNote;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.PlanCode;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CoProduction;
import org.paptracker.values.action.Lead;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Actions over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/actions/{action}")
class ActionApi {
    private static final String PRIORITY = "must be 1, 2 or 3";

    private final HttpCommands commands;

    ActionApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.AGREE_ACTIONS)
    @PutMapping
    ResponseEntity<Accepted> agree(
            @PathVariable PlanId plan, @PathVariable ActionCode action, @Valid @RequestBody Agreement body) {
        return commands.put(new AgreeAction(plan, action, body.details()), action);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping("/start")
    ResponseEntity<Accepted> start(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new StartAction(plan, action, noted.effectiveOn(), noted.text()), action);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping("/pause")
    ResponseEntity<Accepted> pause(
            @PathVariable PlanId plan, @PathVariable ActionCode action, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new PauseAction(plan, action, body.effectiveOn(), body.text()), action);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping("/resumption")
    ResponseEntity<Accepted> resume(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new ResumeAction(plan, action, noted.effectiveOn(), noted.text()), action);
    }

    @RequiresRight(Right.SIGN_OFF_DELIVERY)
    @PostMapping("/delivery")
    ResponseEntity<Accepted> deliver(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new DeliverAction(plan, action, noted.effectiveOn(), noted.text()), action);
    }

    @RequiresRight(Right.SIGN_OFF_DELIVERY)
    @PostMapping("/embedding")
    ResponseEntity<Accepted> embed(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @Valid @RequestBody(required = false) @Nullable EffectiveNote body) {
        EffectiveNote noted = EffectiveNote.orBlank(body);
        return commands.post(new EmbedAction(plan, action, noted.effectiveOn(), noted.text()), action);
    }

    @RequiresRight(Right.AGREE_ACTIONS)
    @PostMapping("/cancellation")
    ResponseEntity<Accepted> cancel(
            @PathVariable PlanId plan, @PathVariable ActionCode action, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new CancelAction(plan, action, body.effectiveOn(), body.text()), action);
    }

    @RequiresRight(Right.AGREE_ACTIONS)
    @PostMapping("/transfer")
    ResponseEntity<Accepted> transfer(
            @PathVariable PlanId plan, @PathVariable ActionCode action, @Valid @RequestBody Transfer body) {
        ActionCode toAction = body.toAction == null ? action : new ActionCode(body.toAction);
        return commands.post(
                new TransferAction(
                        plan,
                        action,
                        body.effectiveOn,
                        new PlanId(body.toPlan),
                        toAction,
                        body.placement(),
                        ErasableText.ofNullable(body.reason)),
                action);
    }

    @RequiresRight(Right.ASSESS)
    @PostMapping("/assessments")
    ResponseEntity<Accepted> assess(
            @PathVariable PlanId plan, @PathVariable ActionCode action, @Valid @RequestBody Assessment body) {
        return commands.post(
                new AssessAction(plan, action, body.effectiveOn, body.assessor, body.rating, body.text()), action);
    }

    /**
     * @param areas codes of the plan, as are themes, workstreams and organisations
     * @param leadRole a role, never a personal name; the first lead's if there are {@code leads}
     * @param leads who leads the work; one of {@code leadRole} if left out
     * @param visibility PARTNERSHIP if left out
     * @param priority 1 for what comes first, to 3
     */
    record Agreement(
            @NotNull @Name String title,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable List<@NotNull @Code String> workstreams,
            @Name @Nullable String leadRole,
            @Nullable List<@NotNull @Valid LeadBody> leads,
            @Name @Nullable String accountableRole,
            @Nullable List<@NotNull @Code String> organisations,
            @Nullable BusinessDate startsOn,
            @Nullable BusinessDate dueOn,
            @Nullable CoProduction coProduction,
            @Nullable List<@NotNull @Code String> dependsOn,
            @Nullable Visibility visibility,

            @Min(value = 1, message = PRIORITY) @Max(value = 3, message = PRIORITY) @Nullable
            Integer priority) {
        ActionDetails details() {
            return ActionDetails.titled(title)
                    .areas(CodeSets.of(areas, AreaCode::new))
                    .themes(CodeSets.of(themes, ThemeCode::new))
                    .workstreams(CodeSets.of(workstreams, WorkstreamCode::new))
                    .leads(allLeads())
                    .accountableRole(accountableRole)
                    .organisations(CodeSets.of(organisations, OrganisationCode::new))
                    .startsOn(startsOn)
                    .dueOn(dueOn)
                    .coProduction(coProduction)
                    .dependsOn(CodeSets.of(dependsOn, ActionCode::new))
                    .visibility(visibility == null ? Visibility.PARTNERSHIP : visibility)
                    .priority(priority)
                    .build();
        }

        private List<Lead> allLeads() {
            if (leads == null) return Lead.ofRole(leadRole);
            List<Lead> all = leads.stream().map(LeadBody::lead).toList();
            boolean agree =
                    leadRole == null || (!all.isEmpty() && all.get(0).role().equals(leadRole));
            if (!agree) throw new Refused(Problem.malformed("leadRole", "must be the role of the first of the leads"));
            return all;
        }
    }

    /**
     * @param role never a personal name
     * @param organisation code of the plan
     */
    record LeadBody(
            @NotNull @Name String role, @Code @Nullable String organisation) {
        Lead lead() {
            return new Lead(role, organisation == null ? null : new OrganisationCode(organisation));
        }
    }

    /**
     * @param toAction its code in the other plan; the same if left out
     * @param areas codes of the other plan, as are themes, workstreams, organisations and dependsOn; the same if left out
     */
    record Transfer(
            @Nullable BusinessDate effectiveOn,
            @NotNull @PlanCode String toPlan,
            @Code @Nullable String toAction,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable List<@NotNull @Code String> workstreams,
            @Nullable List<@NotNull @Code String> organisations,
            @Nullable List<@NotNull @Code String> dependsOn,
            @Text @Nullable String reason) {
        Placement placement() {
            return new Placement(
                    given(areas, AreaCode::new),
                    given(themes, ThemeCode::new),
                    given(workstreams, WorkstreamCode::new),
                    given(organisations, OrganisationCode::new),
                    given(dependsOn, ActionCode::new));
        }

        private static <C extends Comparable<C>> @Nullable SortedSet<C> given(
                @Nullable List<String> codes, Function<String, C> code) {
            return codes == null ? null : CodeSets.of(codes, code);
        }
    }

    record Assessment(
            @Nullable BusinessDate effectiveOn,
            @NotNull Assessor assessor,
            @NotNull Rating rating,
            @Text @Nullable String note) {
        @Nullable
        ErasableText text() {
            return ErasableText.ofNullable(note);
        }
    }
}
