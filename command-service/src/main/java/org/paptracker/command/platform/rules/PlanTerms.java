package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;

/**
 * What a plan lays down for everything inside it: whether it still runs, and the codes that may be named. Folded from
 * the plan's own stream at the moment a command is handled, so that no slice asks another. Codes are never taken away,
 * so what was allowed once stays allowed. ADR 8.
 *
 * @param state null while there is no such plan
 */
public record PlanTerms(
        @Nullable PlanState state,
        Set<AreaCode> areas,
        Set<ThemeCode> themes,
        Set<WorkstreamCode> workstreams,
        Set<OrganisationCode> organisations,
        Set<BoardCode> boards) {

    public static final Fold<PlanTerms, PlanEvent> FOLD = Fold.from(
                    new PlanTerms(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()), PlanEvent.class)
            .on(PlanRegistered.class, (terms, event) -> of(PlanState.DRAFT, event.details()))
            .on(PlanAmended.class, (terms, event) -> of(terms.state, event.details()))
            .on(AreaAdded.class, (terms, event) -> terms.with(event.area()))
            .on(PlanApproved.class, (terms, event) -> terms.approved())
            .on(PlanReopened.class, (terms, event) -> terms.in(PlanState.DRAFT))
            .on(PlanPublished.class, (terms, event) -> terms.in(PlanState.PUBLISHED))
            .on(PlanSuperseded.class, (terms, event) -> terms.in(PlanState.SUPERSEDED))
            .on(PlanClosed.class, (terms, event) -> terms.in(PlanState.CLOSED))
            .ignore(PlanTookOver.class, InspectionRecorded.class, ImprovementNoticeIssued.class)
            .exhaustive();

    private static PlanTerms of(@Nullable PlanState state, PlanDetails details) {
        return new PlanTerms(
                state,
                codes(details.areas(), Area::code),
                codes(details.themes(), Theme::code),
                codes(details.workstreams(), Workstream::code),
                codes(details.organisations(), Organisation::code),
                codes(details.boards(), Board::code));
    }

    private static <T, C extends Comparable<C>> SortedSet<C> codes(List<T> items, Function<T, C> code) {
        return Collections.unmodifiableSortedSet(
                items.stream().map(code).collect(Collectors.toCollection(TreeSet::new)));
    }

    private PlanTerms with(Area area) {
        SortedSet<AreaCode> more = new TreeSet<>(areas);
        more.add(area.code());
        return new PlanTerms(
                state, Collections.unmodifiableSortedSet(more), themes, workstreams, organisations, boards);
    }

    private PlanTerms approved() {
        return state == PlanState.PUBLISHED ? this : in(PlanState.APPROVED);
    }

    private PlanTerms in(PlanState next) {
        return new PlanTerms(next, areas, themes, workstreams, organisations, boards);
    }

    /**
     * @throws Unknown {@code plan.unknown}
     */
    public void requireKnown(PlanId plan) {
        Unknown.requireKnown(
                state != null,
                "plan.unknown",
                "There is no plan %s. Check its code, or register the plan first.".formatted(plan));
    }

    /**
     * @throws RuleBroken {@code plan.ended}
     */
    public void requireRunning(PlanId plan) {
        require(
                state != PlanState.SUPERSEDED,
                "plan.ended",
                "Plan %s has been superseded by another plan, so nothing more can be recorded in it. It can still be read, and its unfinished actions can be transferred."
                        .formatted(plan));
        requireNotClosed(plan);
    }

    /**
     * For what winds a superseded plan up: claims already made are decided on, and unfinished actions move out.
     *
     * @throws RuleBroken {@code plan.ended}
     */
    public void requireNotClosed(PlanId plan) {
        require(
                state != PlanState.CLOSED,
                "plan.ended",
                "Plan %s has been closed, so nothing more can be recorded in it. It can still be read."
                        .formatted(plan));
    }
}
