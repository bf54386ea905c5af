package org.paptracker.command.plan;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.Dates.endsBeforeStart;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.paptracker.command.plan.PlanCommand.TakeOver;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Terms;
import org.paptracker.command.platform.rules.Unknown;
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
import org.paptracker.values.BusinessDate;
import org.paptracker.values.LookAlike;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.Workstream;

/** The rules of a plan. What is so already is never refused and never recorded twice. */
final class PlanDecider {
    static final Decider<Plan, PlanCommand, PlanEvent> RULES = Decider.of(Plan.FOLD, PlanCommand.class)
            .on(RegisterPlan.class, PlanDecider::register)
            .on(ApprovePlan.class, PlanDecider::approve)
            .on(ReopenPlan.class, PlanDecider::reopen)
            .on(PublishPlan.class, PlanDecider::publish)
            .on(SupersedePlan.class, PlanDecider::supersede)
            .on(TakeOver.class, PlanDecider::takeOver)
            .on(ClosePlan.class, PlanDecider::close)
            .on(AddArea.class, PlanDecider::addArea)
            .on(RecordInspection.class, PlanDecider::recordInspection)
            .on(RecordImprovementNotice.class, PlanDecider::recordNotice)
            .exhaustive();

    private PlanDecider() {}

    static List<PlanEvent> register(Plan plan, RegisterPlan command) {
        PlanDetails details = withPredecessor(plan, command.details());
        if (details.equals(plan.details())) return List.of();
        requireRunning(plan, command.plan());
        requireUniqueCodes(details);
        for (Area area : details.areas()) requireAccountableBody(area, details);
        require(
                !command.plan().equals(details.supersedes()),
                "plan.supersedes-itself",
                "Plan %s cannot supersede itself. Name the earlier plan that gives way to it, or none."
                        .formatted(command.plan()));
        requireRoadmapInOrder(details);
        requireUnlikeCodes(plan.details(), details);
        if (plan.details() == null) return List.of(new PlanRegistered(command.plan(), details));

        requireNoCodeRemoved(plan.details(), details);
        requirePredecessor(plan, command.plan(), details);
        ApprovedPlanDecider.requireUnchanged(plan, command.plan(), details);
        return List.of(new PlanAmended(command.plan(), details));
    }

    static List<PlanEvent> approve(Plan plan, ApprovePlan command, Context context) {
        requireKnown(plan, command.plan());
        if (isInForce(plan) && plan.isApproved()) return List.of();
        requireRunning(plan, command.plan());
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new PlanApproved(command.plan(), on, command.approvedBy(), command.note()));
    }

    static List<PlanEvent> reopen(Plan plan, ReopenPlan command, Context context) {
        requireKnown(plan, command.plan());
        if (plan.state() == PlanState.DRAFT) return List.of();
        requireRunning(plan, command.plan());
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new PlanReopened(command.plan(), on, command.reason()));
    }

    static List<PlanEvent> publish(Plan plan, PublishPlan command, Context context) {
        requireKnown(plan, command.plan());
        if (plan.state() == PlanState.PUBLISHED) return List.of();
        requireRunning(plan, command.plan());
        require(
                plan.state() == PlanState.APPROVED,
                "plan.not-approved",
                "Plan %s has not been approved yet, so it cannot be published. Record its approval first."
                        .formatted(command.plan()));
        require(
                plan.isApproved(),
                "plan.not-approved",
                "Something was added to plan %s after its approval, so it cannot be published as it is. Have it approved again first."
                        .formatted(command.plan()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new PlanPublished(command.plan(), on, command.url()));
    }

    static List<PlanEvent> supersede(Plan plan, SupersedePlan command, Context context) {
        requireKnown(plan, command.plan());
        if (command.successor().equals(plan.successor())) return List.of();
        requireRunning(plan, command.plan());
        require(
                !command.successor().equals(command.plan()),
                "plan.supersedes-itself",
                "Plan %s cannot be superseded by itself. Name the plan that takes its place."
                        .formatted(command.plan()));
        requireInForce(plan, command.plan(), "superseded");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new PlanSuperseded(command.plan(), on, command.successor(), command.reason()));
    }

    /** What the successor of a plan is asked once it has taken its place; nothing if it has not. */
    static List<TakeOver> following(List<PlanEvent> decided) {
        List<TakeOver> asked = new ArrayList<>();
        for (PlanEvent event : decided) {
            if (event instanceof PlanSuperseded by)
                asked.add(new TakeOver(/* plan= */ by.successor(), by.effectiveOn(), /* predecessor= */ by.plan()));
        }
        return asked;
    }

    /** A successor that still runs has no successor itself, so plans never supersede one another in a circle. */
    static List<PlanEvent> takeOver(Plan plan, TakeOver command) {
        require(
                plan.details() != null,
                "plan.unknown-successor",
                "There is no plan %s that could take the place of plan %s. Check its code, or register it first."
                        .formatted(command.plan(), command.predecessor()));
        requireRunning(plan, command.plan());
        return List.of(new PlanTookOver(command.plan(), command.effectiveOn(), command.predecessor()));
    }

    static List<PlanEvent> close(Plan plan, ClosePlan command, Context context) {
        requireKnown(plan, command.plan());
        if (plan.state() == PlanState.CLOSED) return List.of();
        requireRunning(plan, command.plan());
        requireInForce(plan, command.plan(), "closed");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new PlanClosed(command.plan(), on, command.reason()));
    }

    static List<PlanEvent> addArea(Plan plan, AddArea command) {
        PlanDetails details = requireKnown(plan, command.plan());
        Area area = command.area();
        if (details.areas().contains(area)) return List.of();
        requireRunning(plan, command.plan());
        require(
                details.areas().stream().noneMatch(known -> known.code().equals(area.code())),
                "plan.duplicate-code",
                "The plan already has an area %s that says something else. To change it, send the whole plan with PUT."
                        .formatted(area.code()));
        requireUnlike(
                "area",
                details.areas(),
                Stream.concat(details.areas().stream(), Stream.of(area)).toList(),
                Area::code);
        requireAccountableBody(area, details);
        return List.of(new AreaAdded(command.plan(), area));
    }

    static List<PlanEvent> recordInspection(Plan plan, RecordInspection command, Context context) {
        requireKnown(plan, command.plan());
        InspectionRecorded inspection = new InspectionRecorded(
                command.plan(),
                command.startedOn(),
                command.endedOn(),
                command.reportedOn(),
                command.inspectedBy(),
                command.outcome());
        if (plan.drivers().contains(inspection)) return List.of();
        requireRunning(plan, command.plan());
        require(
                !endsBeforeStart(command.startedOn(), command.endedOn()),
                "inspection.ends-before-start",
                "The inspection cannot end in or on %s when it starts in or on %s. Check the two dates."
                        .formatted(
                                command.endedOn().inWords(), command.startedOn().inWords()));
        effective(command.endedOn(), context.today());
        return List.of(inspection);
    }

    static List<PlanEvent> recordNotice(Plan plan, RecordImprovementNotice command, Context context) {
        requireKnown(plan, command.plan());
        ImprovementNoticeIssued notice = new ImprovementNoticeIssued(
                command.plan(), command.issuedOn(), command.issuedBy(), command.issuedTo(), command.note());
        if (plan.drivers().contains(notice)) return List.of();
        requireRunning(plan, command.plan());
        effective(command.issuedOn(), context.today());
        return List.of(notice);
    }

    /** People who amend a plan that took over from another need not say so again. */
    private static PlanDetails withPredecessor(Plan plan, PlanDetails given) {
        PlanDetails before = plan.details();
        if (before == null || before.supersedes() == null || plan.predecessors().isEmpty()) return given;
        return given.supersedes() == null ? given.superseding(before.supersedes()) : given;
    }

    private static void requirePredecessor(Plan plan, PlanId code, PlanDetails details) {
        require(
                plan.predecessors().isEmpty() || plan.predecessors().contains(details.supersedes()),
                "plan.supersedes-another",
                "Plan %s took the place of %s, and that is on record in both. Leave supersedes out, or name that plan."
                        .formatted(code, Terms.inWords(new TreeSet<>(plan.predecessors()))));
    }

    private static PlanDetails requireKnown(Plan plan, PlanId code) {
        PlanDetails details = plan.details();
        if (details == null) {
            throw new Unknown(
                    "plan.unknown", "There is no plan %s. Check its code, or register the plan first.".formatted(code));
        }
        return details;
    }

    private static void requireRunning(Plan plan, PlanId code) {
        require(
                !plan.hasEnded(),
                "plan.ended",
                "Plan %s has been %s, so nothing more can be recorded in it. It can still be read."
                        .formatted(
                                code,
                                plan.state() == PlanState.CLOSED
                                        ? "closed"
                                        : "superseded by plan " + plan.successor()));
    }

    private static void requireInForce(Plan plan, PlanId code, String done) {
        require(
                isInForce(plan),
                "plan.not-published",
                "Plan %s is still a draft, and only an approved or published plan can be %s. Record its approval first."
                        .formatted(code, done));
    }

    private static boolean isInForce(Plan plan) {
        return plan.state() == PlanState.APPROVED || plan.state() == PlanState.PUBLISHED;
    }

    private static void requireUniqueCodes(PlanDetails details) {
        requireUnique("organisation", details.organisations(), Organisation::code);
        requireUnique("area", details.areas(), Area::code);
        requireUnique("theme", details.themes(), Theme::code);
        requireUnique("workstream", details.workstreams(), Workstream::code);
        requireUnique("board", details.boards(), Board::code);
    }

    private static <T> void requireUnique(String kind, List<T> items, Function<T, ?> code) {
        Set<Object> seen = new HashSet<>();
        for (T item : items) {
            require(
                    seen.add(code.apply(item)),
                    "plan.duplicate-code",
                    "There are two %ss with the code %s. Give each its own.".formatted(kind, code.apply(item)));
        }
    }

    private static void requireUnlikeCodes(@Nullable PlanDetails before, PlanDetails after) {
        requireUnlike(
                "organisation",
                before == null ? List.of() : before.organisations(),
                after.organisations(),
                Organisation::code);
        requireUnlike("area", before == null ? List.of() : before.areas(), after.areas(), Area::code);
        requireUnlike("theme", before == null ? List.of() : before.themes(), after.themes(), Theme::code);
        requireUnlike(
                "workstream", before == null ? List.of() : before.workstreams(), after.workstreams(), Workstream::code);
        requireUnlike("board", before == null ? List.of() : before.boards(), after.boards(), Board::code);
    }

    /** Of two that look alike and are there already, both stay: others refer to them. */
    private static <T> void requireUnlike(String kind, List<T> before, List<T> after, Function<T, ?> code) {
        Set<String> known = before.stream().map(code).map(Object::toString).collect(Collectors.toSet());
        Map<String, String> byLook = new HashMap<>();
        for (T item : Stream.concat(before.stream(), after.stream()).toList()) {
            String one = code.apply(item).toString();
            String other = byLook.putIfAbsent(LookAlike.of(one), one);
            require(
                    other == null || other.equals(one) || known.contains(one),
                    "code.looks-alike",
                    "The %s %s looks like %s, which is there already. Write %s if you mean that one, or choose a code that nobody can mistake for it."
                            .formatted(kind, one, other, other));
        }
    }

    private static void requireAccountableBody(Area area, PlanDetails details) {
        Set<OrganisationCode> known =
                details.organisations().stream().map(Organisation::code).collect(Collectors.toSet());
        require(
                known.contains(area.accountableBody()),
                "plan.unknown-accountable-body",
                "Area %s names %s as its accountable body, which is not one of the plan's organisations. Add it to them, or name another."
                        .formatted(area.code(), area.accountableBody()));
    }

    private static void requireRoadmapInOrder(PlanDetails details) {
        BusinessDate start = details.startsOn();
        BusinessDate end = details.endsOn();
        if (start == null || end == null || !endsBeforeStart(start, end)) return;
        throw new RuleBroken(
                "plan.ends-before-start",
                "The plan would end (%s) before it starts (%s). Check the two dates."
                        .formatted(end.inWords(), start.inWords()));
    }

    private static void requireNoCodeRemoved(PlanDetails before, PlanDetails after) {
        requireKept("organisation", before.organisations(), after.organisations(), Organisation::code);
        requireKept("area", before.areas(), after.areas(), Area::code);
        requireKept("theme", before.themes(), after.themes(), Theme::code);
        requireKept("workstream", before.workstreams(), after.workstreams(), Workstream::code);
        requireKept("board", before.boards(), after.boards(), Board::code);
    }

    private static <T> void requireKept(String kind, List<T> before, List<T> after, Function<T, ?> code) {
        Set<?> kept = after.stream().map(code).collect(Collectors.toSet());
        @Nullable
        Object removed = before.stream()
                .map(code)
                .filter(known -> !kept.contains(known))
                .findFirst()
                .orElse(null);
        require(
                removed == null,
                "plan.code-removed",
                "The amendment leaves out the %s %s. Others may refer to it, so it has to stay: send it again with the rest."
                        .formatted(kind, Objects.toString(removed)));
    }
}
