package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.plan.PlanView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** The plan. Lists are in its order. */
record PackPlan(
        PlanId code,
        PlanId plan,
        String title,
        PlanType type,
        String localArea,
        @Nullable BusinessDate draftSubmittedOn,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate endsOn,
        List<Organisation> organisations,
        List<Area> areas,
        List<Theme> themes,
        List<Workstream> workstreams,
        List<Board> boards,
        @Nullable PlanId supersedes,
        PlanState state,
        @Nullable Approval approval,
        @Nullable Publication publication,
        @Nullable Ending ending,
        List<Predecessor> predecessors,
        List<Inspection> inspections,
        List<ImprovementNotice> improvementNotices,
        @JsonUnwrapped PackStamp stamp) {

    record Organisation(OrganisationCode code, String name) {}

    record Area(
            AreaCode code,
            AreaKind kind,
            int number,
            @Nullable String title,
            OrganisationCode accountableBody) {}

    record Theme(ThemeCode code, String title, List<String> leadRoles) {}

    record Workstream(
            WorkstreamCode code, String title, @Nullable String leadRole) {}

    record Board(BoardCode code, String title) {}

    record Approval(
            BusinessDate on, String approvedBy, @Nullable String note) {}

    record Publication(BusinessDate on, @Nullable String url) {}

    record Ending(
            BusinessDate on,
            @Nullable PlanId successor,
            @Nullable String reason) {}

    record Predecessor(PlanId plan, BusinessDate on) {}

    record Inspection(
            BusinessDate startedOn,
            BusinessDate endedOn,
            @Nullable BusinessDate reportedOn,
            String inspectedBy,
            @Nullable String outcome) {}

    record ImprovementNotice(
            BusinessDate issuedOn,
            String issuedBy,
            String issuedTo,
            @Nullable String note) {}

    static PackPlan of(PlanView plan) {
        var details = plan.details();
        var approval = plan.course().approval();
        var publication = plan.course().publication();
        var ending = plan.course().ending();
        return new PackPlan(
                plan.code(),
                plan.plan(),
                details.title(),
                details.type(),
                details.localArea(),
                details.draftSubmittedOn(),
                details.startsOn(),
                details.endsOn(),
                details.organisations().stream()
                        .map(one -> new Organisation(one.code(), one.name()))
                        .toList(),
                details.areas().stream()
                        .map(one -> new Area(one.code(), one.kind(), one.number(), one.title(), one.accountableBody()))
                        .toList(),
                details.themes().stream()
                        .map(one -> new Theme(one.code(), one.title(), one.leadRoles()))
                        .toList(),
                details.workstreams().stream()
                        .map(one -> new Workstream(one.code(), one.title(), one.leadRole()))
                        .toList(),
                details.boards().stream()
                        .map(one -> new Board(one.code(), one.title()))
                        .toList(),
                details.supersedes(),
                plan.course().state(),
                approval == null ? null : new Approval(approval.on(), approval.approvedBy(), approval.note()),
                publication == null ? null : new Publication(publication.on(), publication.url()),
                ending == null ? null : new Ending(ending.on(), ending.successor(), ending.reason()),
                plan.origins().predecessors().stream()
                        .map(one -> new Predecessor(one.plan(), one.on()))
                        .toList(),
                plan.origins().inspections().stream()
                        .map(one -> new Inspection(
                                one.startedOn(), one.endedOn(), one.reportedOn(), one.inspectedBy(), one.outcome()))
                        .toList(),
                plan.origins().improvementNotices().stream()
                        .map(one -> new ImprovementNotice(one.issuedOn(), one.issuedBy(), one.issuedTo(), one.note()))
                        .toList(),
                PackStamp.of(plan.stamp()));
    }
}
