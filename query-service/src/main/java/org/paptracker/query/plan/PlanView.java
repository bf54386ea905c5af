package org.paptracker.query.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.fold.Fold;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.Area;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.PlanDetails;
import org.paptracker.values.PlanId;
import org.paptracker.values.PlanState;
import org.paptracker.values.PlanType;

/**
 * A plan as it stands.
 *
 * @param predecessors the plans that gave way to it, in the order recorded; the last is what it {@code supersedes}
 * @param inspections in the order recorded
 * @param improvementNotices in the order recorded
 */
public record PlanView(
        PlanId code,
        PlanId plan,
        @JsonUnwrapped PlanDetails details,
        PlanState state,
        @Nullable Approval approval,
        @Nullable Publication publication,
        @Nullable Ending ending,
        List<Predecessor> predecessors,
        List<Inspection> inspections,
        List<ImprovementNotice> improvementNotices,
        @JsonUnwrapped Stamp stamp)
        implements View {

    public record Approval(
            BusinessDate on, String approvedBy, @Nullable String note) {}

    public record Publication(BusinessDate on, @Nullable String url) {}

    /** @param successor the plan that takes over; null if this one was closed */
    public record Ending(
            BusinessDate on,
            @Nullable PlanId successor,
            @Nullable String reason) {}

    /** @param on the day from which this plan took its place */
    public record Predecessor(PlanId plan, BusinessDate on) {}

    public record Inspection(
            BusinessDate startedOn,
            BusinessDate endedOn,
            @Nullable BusinessDate reportedOn,
            String inspectedBy,
            @Nullable String outcome) {}

    public record ImprovementNotice(
            BusinessDate issuedOn,
            String issuedBy,
            String issuedTo,
            @Nullable String note) {}

    private static final PlanId NONE = new PlanId("none");
    private static final PlanView NOTHING = new PlanView(
            NONE,
            NONE,
            new PlanDetails(
                    "",
                    PlanType.PAP,
                    "",
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null),
            PlanState.DRAFT,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Stamp.NONE);

    public static final Fold<PlanView, PlanEvent> FOLD = Fold.from(NOTHING, PlanEvent.class)
            .on(PlanRegistered.class, PlanView::registered)
            .on(PlanAmended.class, PlanView::amended)
            .on(AreaAdded.class, PlanView::areaAdded)
            .on(PlanApproved.class, PlanView::approved)
            .on(PlanPublished.class, PlanView::published)
            .on(PlanSuperseded.class, PlanView::superseded)
            .on(PlanTookOver.class, PlanView::tookOver)
            .on(PlanClosed.class, PlanView::closed)
            .on(InspectionRecorded.class, PlanView::inspected)
            .on(ImprovementNoticeIssued.class, PlanView::noticed)
            .after((view, recorded) -> view.stamped(Stamp.of(recorded)))
            .exhaustive();

    /** The plan that takes its place; null if none does. */
    @JsonProperty("supersededBy")
    public @Nullable PlanId supersededBy() {
        return ending == null ? null : ending.successor();
    }

    private PlanView registered(PlanRegistered event) {
        return new PlanView(
                event.plan(),
                event.plan(),
                event.details(),
                PlanState.DRAFT,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                stamp);
    }

    private PlanView amended(PlanAmended event) {
        return with(event.details());
    }

    private PlanView areaAdded(AreaAdded event) {
        List<Area> areas = plus(details.areas(), event.area());
        return with(new PlanDetails(
                details.title(),
                details.type(),
                details.localArea(),
                details.draftSubmittedOn(),
                details.startsOn(),
                details.endsOn(),
                details.organisations(),
                areas,
                details.themes(),
                details.workstreams(),
                details.boards(),
                details.supersedes()));
    }

    private PlanView approved(PlanApproved event) {
        Approval approved = new Approval(event.effectiveOn(), event.approvedBy(), ErasableText.shown(event.note()));
        return new PlanView(
                code,
                plan,
                details,
                PlanState.APPROVED,
                approved,
                publication,
                ending,
                predecessors,
                inspections,
                improvementNotices,
                stamp);
    }

    private PlanView published(PlanPublished event) {
        Publication published = new Publication(event.effectiveOn(), event.url());
        return new PlanView(
                code,
                plan,
                details,
                PlanState.PUBLISHED,
                approval,
                published,
                ending,
                predecessors,
                inspections,
                improvementNotices,
                stamp);
    }

    private PlanView superseded(PlanSuperseded event) {
        return ended(
                PlanState.SUPERSEDED,
                new Ending(event.effectiveOn(), event.successor(), ErasableText.shown(event.reason())));
    }

    private PlanView tookOver(PlanTookOver event) {
        return new PlanView(
                code,
                plan,
                details.superseding(event.predecessor()),
                state,
                approval,
                publication,
                ending,
                plus(predecessors, new Predecessor(event.predecessor(), event.effectiveOn())),
                inspections,
                improvementNotices,
                stamp);
    }

    private PlanView closed(PlanClosed event) {
        return ended(PlanState.CLOSED, new Ending(event.effectiveOn(), null, ErasableText.shown(event.reason())));
    }

    private PlanView ended(PlanState state, Ending ending) {
        return new PlanView(
                code,
                plan,
                details,
                state,
                approval,
                publication,
                ending,
                predecessors,
                inspections,
                improvementNotices,
                stamp);
    }

    private PlanView inspected(InspectionRecorded event) {
        Inspection inspection = new Inspection(
                event.startedOn(),
                event.effectiveOn(),
                event.reportedOn(),
                event.inspectedBy(),
                ErasableText.shown(event.outcome()));
        return new PlanView(
                code,
                plan,
                details,
                state,
                approval,
                publication,
                ending,
                predecessors,
                plus(inspections, inspection),
                improvementNotices,
                stamp);
    }

    private PlanView noticed(ImprovementNoticeIssued event) {
        ImprovementNotice notice = new ImprovementNotice(
                event.effectiveOn(), event.issuedBy(), event.issuedTo(), ErasableText.shown(event.note()));
        return new PlanView(
                code,
                plan,
                details,
                state,
                approval,
                publication,
                ending,
                predecessors,
                inspections,
                plus(improvementNotices, notice),
                stamp);
    }

    private PlanView with(PlanDetails details) {
        return new PlanView(
                code,
                plan,
                details,
                state,
                approval,
                publication,
                ending,
                predecessors,
                inspections,
                improvementNotices,
                stamp);
    }

    private PlanView stamped(Stamp stamp) {
        return new PlanView(
                code,
                plan,
                details,
                state,
                approval,
                publication,
                ending,
                predecessors,
                inspections,
                improvementNotices,
                stamp);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
