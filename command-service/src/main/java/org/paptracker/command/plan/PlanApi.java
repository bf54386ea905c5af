package org.paptracker.command.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.plan.PlanCommand.AddArea;
import org.paptracker.command.plan.PlanCommand.ApprovePlan;
import org.paptracker.command.plan.PlanCommand.ClosePlan;
import org.paptracker.command.plan.PlanCommand.PublishPlan;
import org.paptracker.command.plan.PlanCommand.RecordImprovementNotice;
import org.paptracker.command.plan.PlanCommand.RecordInspection;
import org.paptracker.command.plan.PlanCommand.RegisterPlan;
import org.paptracker.command.plan.PlanCommand.ReopenPlan;
import org.paptracker.command.plan.PlanCommand.SupersedePlan;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.EffectiveReason;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.PlanCode;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
class PlanApi {
    private final HttpCommands commands;

    PlanApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PutMapping
    ResponseEntity<Accepted> register(@PathVariable PlanId plan, @Valid @RequestBody Registration body) {
        return commands.put(new RegisterPlan(plan, body.details()), plan);
    }

    @RequiresRight(Right.APPROVE_PLAN)
    @PostMapping("/approval")
    ResponseEntity<Accepted> approve(@PathVariable PlanId plan, @Valid @RequestBody Approval body) {
        return commands.post(
                new ApprovePlan(plan, body.effectiveOn, body.approvedBy, ErasableText.ofNullable(body.note)), plan);
    }

    @RequiresRight(Right.APPROVE_PLAN)
    @PostMapping("/reopening")
    ResponseEntity<Accepted> reopen(@PathVariable PlanId plan, @Valid @RequestBody EffectiveReason body) {
        return commands.post(new ReopenPlan(plan, body.effectiveOn(), body.text()), plan);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/publication")
    ResponseEntity<Accepted> publish(
            @PathVariable PlanId plan, @Valid @RequestBody(required = false) @Nullable Publication body) {
        Publication publication = body == null ? new Publication(null, null) : body;
        return commands.post(new PublishPlan(plan, publication.effectiveOn, publication.url), plan);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/supersession")
    ResponseEntity<Accepted> supersede(@PathVariable PlanId plan, @Valid @RequestBody Supersession body) {
        return commands.post(
                new SupersedePlan(
                        plan, body.effectiveOn, new PlanId(body.successor), ErasableText.ofNullable(body.reason)),
                plan);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/closure")
    ResponseEntity<Accepted> close(@PathVariable PlanId plan, @Valid @RequestBody Closure body) {
        return commands.post(new ClosePlan(plan, body.effectiveOn, ErasableText.of(body.reason)), plan);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/areas")
    ResponseEntity<Accepted> addArea(@PathVariable PlanId plan, @Valid @RequestBody AreaBody body) {
        return commands.post(new AddArea(plan, body.area()), body.code);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/inspections")
    ResponseEntity<Accepted> recordInspection(@PathVariable PlanId plan, @Valid @RequestBody Inspection body) {
        return commands.post(
                new RecordInspection(
                        plan,
                        body.startedOn,
                        body.endedOn,
                        body.reportedOn,
                        body.inspectedBy,
                        ErasableText.of(body.outcome)),
                plan);
    }

    @RequiresRight(Right.KEEP_PLAN)
    @PostMapping("/improvement-notices")
    ResponseEntity<Accepted> recordImprovementNotice(
            @PathVariable PlanId plan, @Valid @RequestBody ImprovementNotice body) {
        return commands.post(
                new RecordImprovementNotice(
                        plan, body.issuedOn, body.issuedBy, body.issuedTo, ErasableText.ofNullable(body.note)),
                plan);
    }

    /**
     * @param title of the plan document
     * @param startsOn first month or day of the roadmap
     */
    record Registration(
            @NotNull @Name String title,
            @NotNull PlanType type,
            @NotNull @Name String localArea,
            @Nullable BusinessDate draftSubmittedOn,
            @Nullable BusinessDate startsOn,
            @Nullable BusinessDate endsOn,
            @Nullable List<@NotNull @Valid OrganisationBody> organisations,
            @Nullable List<@NotNull @Valid AreaBody> areas,
            @Nullable List<@NotNull @Valid ThemeBody> themes,
            @Nullable List<@NotNull @Valid WorkstreamBody> workstreams,
            @Nullable List<@NotNull @Valid BoardBody> boards,
            @PlanCode @Nullable String supersedes) {
        PlanDetails details() {
            return new PlanDetails(
                    title,
                    type,
                    localArea,
                    draftSubmittedOn,
                    startsOn,
                    endsOn,
                    each(organisations, OrganisationBody::organisation),
                    each(areas, AreaBody::area),
                    each(themes, ThemeBody::theme),
                    each(workstreams, WorkstreamBody::workstream),
                    each(boards, BoardBody::board),
                    supersedes == null ? null : new PlanId(supersedes));
        }
    }

    private static <B, T> List<T> each(@Nullable List<B> bodies, Function<B, T> value) {
        return bodies == null ? List.of() : bodies.stream().map(value).toList();
    }

    record OrganisationBody(
            @NotNull @Code String code, @NotNull @Name String name) {
        Organisation organisation() {
            return new Organisation(new OrganisationCode(code), name);
        }
    }

    record AreaBody(
            @NotNull @Code String code,
            @NotNull AreaKind kind,

            @NotNull @Min(value = 1, message = "must be 1 or more")
            Integer number,

            @Name @Nullable String title,
            @NotNull @Code String accountableBody) {
        Area area() {
            return new Area(new AreaCode(code), kind, number, title, new OrganisationCode(accountableBody));
        }
    }

    record ThemeBody(
            @NotNull @Code String code,
            @NotNull @Name String title,
            @Nullable List<@NotNull @Name String> leadRoles) {
        Theme theme() {
            return new Theme(new ThemeCode(code), title, leadRoles == null ? List.of() : List.copyOf(leadRoles));
        }
    }

    record WorkstreamBody(
            @NotNull @Code String code,
            @NotNull @Name String title,
            @Name @Nullable String leadRole) {
        Workstream workstream() {
            return new Workstream(new WorkstreamCode(code), title, leadRole);
        }
    }

    record BoardBody(
            @NotNull @Code String code, @NotNull @Name String title) {
        Board board() {
            return new Board(new BoardCode(code), title);
        }
    }

    record Approval(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Name String approvedBy,
            @Text @Nullable String note) {}

    record Publication(
            @Nullable BusinessDate effectiveOn,

            @Size(max = 2000, message = "must be no longer than 2,000 characters")
            @Pattern(regexp = "https?://[!-~]+", message = "must be a web address: https://…")
            @Nullable
            String url) {}

    record Supersession(
            @Nullable BusinessDate effectiveOn,
            @NotNull @PlanCode String successor,
            @Text @Nullable String reason) {}

    record Closure(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String reason) {}

    record Inspection(
            @NotNull BusinessDate startedOn,
            @NotNull BusinessDate endedOn,
            @Nullable BusinessDate reportedOn,
            @NotNull @Name String inspectedBy,
            @NotNull @Text String outcome) {}

    record ImprovementNotice(
            @NotNull BusinessDate issuedOn,
            @NotNull @Name String issuedBy,
            @NotNull @Name String issuedTo,
            @Text @Nullable String note) {}
}
