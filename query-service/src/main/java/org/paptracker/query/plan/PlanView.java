package org.paptracker.query.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
import org.paptracker.events.PlanEvent.PlanReopened;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.fold.Fold;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.Workstream;

/** A plan as it stands. */
public record PlanView(
        PlanId code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Origins origins,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * What it says of itself. Lists keep the order of the plan document.
     *
     * @param draftSubmittedOn when the draft went to the Department for Education; null if not known
     * @param startsOn first month or day of the plan's roadmap; null if not known
     * @param endsOn last month or day of the plan's roadmap; null if not known
     * @param supersedes the plan that gives way to this one; null if none
     */
    public record Details(
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
            @Nullable PlanId supersedes) {
        static Details of(PlanDetails details) {
            return new Details(
                    details.title(),
                    details.type(),
                    details.localArea(),
                    details.draftSubmittedOn(),
                    details.startsOn(),
                    details.endsOn(),
                    details.organisations(),
                    details.areas(),
                    details.themes(),
                    details.workstreams(),
                    details.boards(),
                    details.supersedes());
        }

        private PlanDetails asRecorded() {
            return new PlanDetails(
                    title,
                    type,
                    localArea,
                    draftSubmittedOn,
                    startsOn,
                    endsOn,
                    organisations,
                    areas,
                    themes,
                    workstreams,
                    boards,
                    supersedes);
        }

        private Details with(List<Area> areas, @Nullable PlanId supersedes) {
            return new Details(
                    title,
                    type,
                    localArea,
                    draftSubmittedOn,
                    startsOn,
                    endsOn,
                    organisations,
                    areas,
                    themes,
                    workstreams,
                    boards,
                    supersedes);
        }

        private Details superseding(@Nullable PlanId earlier) {
            return with(areas, earlier);
        }

        private Details with(Area area) {
            return with(plus(areas, area), supersedes);
        }
    }

    /**
     * How far it has come; each step null before it was taken.
     *
     * @param approval null while nothing is approved
     * @param reopening of what was approved before; null once it is approved again
     * @param unapproved what was added or changed since the approval: {@code area PA9}
     */
    public record Course(
            PlanState state,
            @Nullable Approval approval,
            @Nullable Publication publication,
            @Nullable Ending ending,
            @Nullable Reopening reopening,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unapproved) {
        public Course {
            unapproved =
                    unapproved == null ? List.of() : List.copyOf(unapproved); // JSON leaves it out when it is empty
        }

        private Course in(PlanState now) {
            return new Course(now, approval, publication, ending, reopening, unapproved);
        }

        private Course approved(@Nullable Approval now, @Nullable Reopening reopened) {
            return new Course(state, now, publication, ending, reopened, List.of());
        }

        private Course published(Publication now) {
            return new Course(PlanState.PUBLISHED, approval, now, ending, reopening, unapproved);
        }

        private Course ended(Ending now) {
            return new Course(state, approval, publication, now, reopening, unapproved);
        }

        private Course amended(Collection<String> parts) {
            if (approval == null) return this;
            SortedSet<String> all = new TreeSet<>(unapproved);
            all.addAll(parts);
            return new Course(state, approval, publication, ending, reopening, List.copyOf(all));
        }
    }

    /** What it came from; each in the order recorded. */
    public record Origins(
            List<Predecessor> predecessors, List<Inspection> inspections, List<ImprovementNotice> improvementNotices) {}

    public record Approval(
            BusinessDate on, String approvedBy, @Nullable String note) {}

    public record Reopening(BusinessDate on, @Nullable String reason) {}

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
            new Details(
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
            new Course(PlanState.DRAFT, null, null, null, null, List.of()),
            new Origins(List.of(), List.of(), List.of()),
            Stamp.NONE);

    public static final Fold<PlanView, PlanEvent> FOLD = Fold.from(NOTHING, PlanEvent.class)
            .on(PlanRegistered.class, PlanView::registered)
            .on(PlanAmended.class, PlanView::amended)
            .on(AreaAdded.class, PlanView::areaAdded)
            .on(PlanApproved.class, PlanView::approved)
            .on(PlanReopened.class, PlanView::reopened)
            .on(PlanPublished.class, PlanView::published)
            .on(PlanSuperseded.class, PlanView::superseded)
            .on(PlanTookOver.class, PlanView::tookOver)
            .on(PlanClosed.class, PlanView::closed)
            .on(InspectionRecorded.class, PlanView::inspected)
            .on(ImprovementNoticeIssued.class, PlanView::noticed)
            .after((view, recorded) -> view.stamped(Stamp.of(recorded)))
            .exhaustive();

    /** As public as the plan, which {@link #published} says. */
    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    /** Whether it was, whatever became of it since. */
    boolean published() {
        return course.publication != null;
    }

    @Override
    public PlanView toldBy(Disclosure disclosure) {
        Ending ending = course.ending;
        PlanId successor = ending == null ? null : ending.successor;
        boolean namesSuccessor = successor == null || disclosure.names(successor, "plan", successor);
        PlanId earlier = details.supersedes();
        boolean namesEarlier = earlier == null || disclosure.names(earlier, "plan", earlier);
        PlanView told = ending == null || namesSuccessor
                ? this
                : with(course.ended(new Ending(ending.on, null, ending.reason)));
        return told.with(namesEarlier ? details : details.superseding(null))
                .with(new Origins(
                        origins.predecessors.stream()
                                .filter(each -> disclosure.names(each.plan, "plan", each.plan))
                                .toList(),
                        origins.inspections,
                        origins.improvementNotices));
    }

    public PlanState state() {
        return course.state;
    }

    /** The plan that takes its place; null if none does. */
    @JsonProperty("supersededBy")
    public @Nullable PlanId supersededBy() {
        return course.ending == null ? null : course.ending.successor();
    }

    private PlanView registered(PlanRegistered event) {
        return new PlanView(event.plan(), event.plan(), Details.of(event.details()), course, origins, stamp);
    }

    private PlanView amended(PlanAmended event) {
        return with(Details.of(event.details()))
                .with(course.amended(details.asRecorded().differences(event.details())));
    }

    private PlanView areaAdded(AreaAdded event) {
        return with(details.with(event.area()))
                .with(course.amended(List.of("area " + event.area().code())));
    }

    private PlanView approved(PlanApproved event) {
        Approval approved = new Approval(event.effectiveOn(), event.approvedBy(), ErasableText.shown(event.note()));
        PlanState next = course.state == PlanState.PUBLISHED ? course.state : PlanState.APPROVED;
        return with(course.in(next).approved(approved, null));
    }

    private PlanView reopened(PlanReopened event) {
        Reopening reopened = new Reopening(event.effectiveOn(), ErasableText.shown(event.reason()));
        return with(course.in(PlanState.DRAFT).approved(null, reopened));
    }

    private PlanView published(PlanPublished event) {
        return with(course.published(new Publication(event.effectiveOn(), event.url())));
    }

    private PlanView superseded(PlanSuperseded event) {
        return ended(
                PlanState.SUPERSEDED,
                new Ending(event.effectiveOn(), event.successor(), ErasableText.shown(event.reason())));
    }

    private PlanView closed(PlanClosed event) {
        return ended(PlanState.CLOSED, new Ending(event.effectiveOn(), null, ErasableText.shown(event.reason())));
    }

    private PlanView ended(PlanState state, Ending ending) {
        return with(course.in(state).ended(ending));
    }

    private PlanView tookOver(PlanTookOver event) {
        Predecessor earlier = new Predecessor(event.predecessor(), event.effectiveOn());
        return with(details.superseding(event.predecessor()))
                .with(new Origins(
                        plus(origins.predecessors, earlier), origins.inspections, origins.improvementNotices));
    }

    private PlanView inspected(InspectionRecorded event) {
        Inspection inspection = new Inspection(
                event.startedOn(),
                event.effectiveOn(),
                event.reportedOn(),
                event.inspectedBy(),
                ErasableText.shown(event.outcome()));
        return with(
                new Origins(origins.predecessors, plus(origins.inspections, inspection), origins.improvementNotices));
    }

    private PlanView noticed(ImprovementNoticeIssued event) {
        ImprovementNotice notice = new ImprovementNotice(
                event.effectiveOn(), event.issuedBy(), event.issuedTo(), ErasableText.shown(event.note()));
        return with(new Origins(origins.predecessors, origins.inspections, plus(origins.improvementNotices, notice)));
    }

    private PlanView with(Details now) {
        return new PlanView(code, plan, now, course, origins, stamp);
    }

    private PlanView with(Course now) {
        return new PlanView(code, plan, details, now, origins, stamp);
    }

    private PlanView with(Origins now) {
        return new PlanView(code, plan, details, course, now, stamp);
    }

    private PlanView stamped(Stamp now) {
        return new PlanView(code, plan, details, course, origins, now);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
