package org.paptracker.query.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** What a board decided, or was asked to decide, and whether it was done. */
public record DecisionView(
        DecisionId code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param decidedOn null while it is only proposed
     * @param proposedBy the user who proposed it, or who is said to have where no proposal is on record; null if not
     *     known, as are the due date and the meeting
     */
    public record Details(
            String title,
            @Nullable String text,
            @Nullable BusinessDate decidedOn,
            BoardCode board,
            @Nullable Who proposedBy,
            @Nullable BusinessDate dueOn,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            SortedSet<ActionCode> actions,
            Visibility visibility,
            @Nullable MeetingCode meeting) {
        static Details of(DecisionDetails details) {
            return new Details(
                    details.title(),
                    ErasableText.shown(details.wording()),
                    details.decidedOn(),
                    details.board(),
                    details.proposedBy() == null ? null : Who.written(details.proposedBy()),
                    details.dueOn(),
                    details.areas(),
                    details.themes(),
                    details.actions(),
                    details.visibility(),
                    details.meeting());
        }

        private static Details of(DecisionProposal proposal, Who proposer) {
            return new Details(
                    Objects.requireNonNull(ErasableText.shown(proposal.title())),
                    ErasableText.shown(proposal.wording()),
                    null,
                    proposal.board(),
                    proposer,
                    null,
                    proposal.areas(),
                    proposal.themes(),
                    Collections.emptySortedSet(),
                    proposal.visibility(),
                    null);
        }

        private Details by(@Nullable Who proposer) {
            return new Details(
                    title, text, decidedOn, board, proposer, dueOn, areas, themes, actions, visibility, meeting);
        }

        private Details toldBy(PlanId plan, Disclosure disclosure) {
            return new Details(
                    title,
                    text,
                    decidedOn,
                    board,
                    proposedBy,
                    dueOn,
                    areas,
                    themes,
                    actions.stream()
                            .filter(action -> disclosure.names(plan, "action", action))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    visibility,
                    meeting == null || disclosure.names(plan, "meeting", meeting) ? meeting : null);
        }
    }

    /**
     * What became of it.
     *
     * @param proposedOn null if no proposal is on record
     * @param recordedBy the user who recorded that the board made it; null while it is only proposed
     * @param implementation null until it is done
     * @param deferral the last one; null if it was never put off
     * @param supersession null unless another decision took its place
     * @param withdrawal null unless it was recorded by mistake
     */
    public record Course(
            DecisionState state,
            @Nullable BusinessDate proposedOn,
            @Nullable Who recordedBy,
            @Nullable Implementation implementation,
            @Nullable Deferral deferral,
            @Nullable Supersession supersession,
            @Nullable Withdrawal withdrawal) {
        private Course proposed(BusinessDate on) {
            return new Course(DecisionState.PROPOSED, on, null, implementation, deferral, supersession, withdrawal);
        }

        private Course recordedBy(Who by) {
            return new Course(DecisionState.MADE, proposedOn, by, implementation, deferral, supersession, withdrawal);
        }

        private Course with(Implementation now) {
            return new Course(
                    DecisionState.IMPLEMENTED, proposedOn, recordedBy, now, deferral, supersession, withdrawal);
        }

        private Course with(Deferral now) {
            return new Course(
                    DecisionState.DEFERRED, proposedOn, recordedBy, implementation, now, supersession, withdrawal);
        }

        private Course with(Supersession now) {
            return new Course(
                    DecisionState.SUPERSEDED, proposedOn, recordedBy, implementation, deferral, now, withdrawal);
        }

        private Course with(Withdrawal now) {
            return new Course(
                    DecisionState.WITHDRAWN, proposedOn, recordedBy, implementation, deferral, supersession, now);
        }

        private Course toldBy(PlanId plan, Disclosure disclosure) {
            Supersession told = supersession == null ? null : supersession.toldBy(plan, disclosure);
            return new Course(state, proposedOn, recordedBy, implementation, deferral, told, withdrawal);
        }
    }

    public record Implementation(BusinessDate on, @Nullable String note, Who by) {}

    public record Withdrawal(BusinessDate on, @Nullable String reason, Who by) {}

    /** @param until null if nobody has said until when */
    public record Deferral(
            BusinessDate on,
            @Nullable BusinessDate until,
            @Nullable String reason) {}

    /** @param by null if the caller cannot see that decision */
    public record Supersession(
            BusinessDate on,
            @Nullable DecisionId by,
            @Nullable String reason) {
        private Supersession toldBy(PlanId plan, Disclosure disclosure) {
            return by == null || disclosure.names(plan, "decision", by) ? this : new Supersession(on, null, reason);
        }
    }

    private static final DecisionId NONE = new DecisionId("none");
    private static final DecisionView NOTHING = new DecisionView(
            NONE,
            new PlanId("none"),
            new Details(
                    "",
                    null,
                    BusinessDate.parse("0001"),
                    new BoardCode("none"),
                    null,
                    null,
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Visibility.RESTRICTED,
                    null),
            new Course(DecisionState.MADE, null, Who.NOBODY, null, null, null, null),
            Stamp.NONE);

    public static final Fold<DecisionView, DecisionEvent> FOLD = Fold.from(NOTHING, DecisionEvent.class)
            .on(DecisionProposed.class, DecisionView::proposed)
            .on(DecisionMade.class, DecisionView::made)
            .on(DecisionAmended.class, DecisionView::amended)
            .on(DecisionImplemented.class, DecisionView::implemented)
            .on(DecisionDeferred.class, DecisionView::deferred)
            .on(DecisionSuperseded.class, DecisionView::superseded)
            .on(DecisionWithdrawn.class, DecisionView::withdrawn)
            .after(DecisionView::stamped)
            .exhaustive();

    /** Whether the day it was due has passed and it is neither done nor superseded. Putting it off moves no date. */
    public boolean overdue(LocalDate day) {
        BusinessDate due = details.dueOn();
        return due != null
                && due.last().isBefore(day)
                && (state() == DecisionState.MADE || state() == DecisionState.DEFERRED);
    }

    /** Not while it is only proposed, nor if the proposal came to nothing. */
    public boolean wasMade() {
        return details.decidedOn != null;
    }

    public DecisionState state() {
        return course.state;
    }

    @Override
    public Visibility visibility() {
        return details.visibility;
    }

    /** That another took its place is told, if not which. */
    @Override
    public DecisionView toldBy(Disclosure disclosure) {
        return with(details.toldBy(plan, disclosure)).with(course.toldBy(plan, disclosure));
    }

    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    private DecisionView proposed(DecisionProposed event, Recorded<?> recorded) {
        return new DecisionView(
                event.decision(),
                event.plan(),
                Details.of(event.proposal(), Who.of(recorded)),
                course.proposed(event.effectiveOn()),
                stamp);
    }

    private DecisionView made(DecisionMade event, Recorded<?> recorded) {
        return new DecisionView(
                event.decision(), event.plan(), described(event.details()), course.recordedBy(Who.of(recorded)), stamp);
    }

    /** Who proposed it is what the proposal says, if there is one. */
    private Details described(DecisionDetails now) {
        Details described = Details.of(now);
        return course.proposedOn == null ? described : described.by(details.proposedBy);
    }

    private DecisionView amended(DecisionAmended event, Recorded<?> recorded) {
        Course known = exists() && course.recordedBy != null ? course : course.recordedBy(Who.of(recorded));
        return new DecisionView(event.decision(), event.plan(), described(event.details()), known, stamp);
    }

    private DecisionView implemented(DecisionImplemented event, Recorded<?> recorded) {
        return with(course.with(
                new Implementation(event.effectiveOn(), ErasableText.shown(event.note()), Who.of(recorded))));
    }

    private DecisionView deferred(DecisionDeferred event) {
        return with(course.with(new Deferral(event.effectiveOn(), event.until(), ErasableText.shown(event.reason()))));
    }

    private DecisionView superseded(DecisionSuperseded event) {
        return with(course.with(new Supersession(event.effectiveOn(), event.by(), ErasableText.shown(event.reason()))));
    }

    private DecisionView withdrawn(DecisionWithdrawn event, Recorded<?> recorded) {
        return with(
                course.with(new Withdrawal(event.effectiveOn(), ErasableText.shown(event.reason()), Who.of(recorded))));
    }

    private DecisionView with(Details now) {
        return new DecisionView(code, plan, now, course, stamp);
    }

    private DecisionView with(Course now) {
        return new DecisionView(code, plan, details, now, stamp);
    }

    private DecisionView stamped(Recorded<? extends DecisionEvent> recorded) {
        return new DecisionView(code, plan, details, course, Stamp.of(recorded));
    }
}
