package org.paptracker.query.stocktake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.Moment;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.stocktake.StocktakeState;

/** A look at the plan from outside: what it looks at, what was found, what was answered. */
public record StocktakeView(
        StocktakeCode code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param heldOn null if not known
     * @param heldBy bodies, in the order given
     * @param scope what it looks at, in words; null if nobody said
     */
    public record Details(
            String title,
            StocktakeKind kind,
            @Nullable BusinessDate heldOn,
            List<String> heldBy,
            @Nullable String scope,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            Visibility visibility) {
        static Details of(StocktakeDetails details) {
            return new Details(
                    details.title(),
                    details.kind(),
                    details.heldOn(),
                    details.heldBy(),
                    ErasableText.shown(details.scope()),
                    details.areas(),
                    details.themes(),
                    details.visibility());
        }
    }

    /**
     * How far it has come.
     *
     * @param cutOff null until it is frozen
     * @param feedback in the order given
     * @param findings by number
     * @param closure null until it is closed
     */
    public record Course(
            StocktakeState state,
            @Nullable CutOff cutOff,
            List<Feedback> feedback,
            List<Found> findings,
            @Nullable Closure closure) {
        private Course with(CutOff now) {
            return new Course(StocktakeState.FROZEN, now, feedback, findings, closure);
        }

        private Course with(Feedback one, List<Found> found) {
            StocktakeState next = one.stage == FeedbackStage.INITIAL
                    ? StocktakeState.INITIAL_FEEDBACK
                    : StocktakeState.FORMAL_FEEDBACK;
            return new Course(next, cutOff, plus(feedback, List.of(one)), plus(findings, found), closure);
        }

        private Course with(UnaryOperator<Found> step) {
            return new Course(
                    state, cutOff, feedback, findings.stream().map(step).toList(), closure);
        }

        private Course with(Closure now) {
            return new Course(StocktakeState.CLOSED, cutOff, feedback, findings, now);
        }

        private static <T> List<T> plus(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    /**
     * What the stocktake looks at: all that the log held by a position, as far as it was true by a day.
     *
     * @param position of the last entry that counts
     * @param day nothing that became true after its end counts
     * @param frozenAt when that was recorded
     */
    public record CutOff(
            long position,
            Effective day,
            Instant frozenAt,
            Who by,
            @Nullable String note) {

        public Moment moment() {
            return new Moment(position, day.countsFrom(), true);
        }

        /** The history that counts, as far as the caller can see. */
        public AsAt asAt(Scope reach) {
            return new AsAt(position, day.countsFrom(), day.countsFrom(), reach);
        }
    }

    public record Feedback(
            FeedbackStage stage, BusinessDate on, @Nullable String summary, Who by) {}

    public record Closure(BusinessDate on, @Nullable String note, Who by) {}

    private static final StocktakeCode NONE = new StocktakeCode("none");
    private static final StocktakeView NOTHING = new StocktakeView(
            NONE,
            new PlanId("none"),
            new Details(
                    "",
                    StocktakeKind.STOCKTAKE,
                    null,
                    List.of(),
                    null,
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Visibility.RESTRICTED),
            new Course(StocktakeState.SCHEDULED, null, List.of(), List.of(), null),
            Stamp.NONE);

    public static final Fold<StocktakeView, StocktakeEvent> FOLD = Fold.from(NOTHING, StocktakeEvent.class)
            .on(StocktakeScheduled.class, (view, event) -> view.described(event, event.details()))
            .on(StocktakeAmended.class, (view, event) -> view.described(event, event.details()))
            .on(StocktakeFrozen.class, StocktakeView::frozen)
            .on(FeedbackGiven.class, StocktakeView::said)
            .on(FindingAnswered.class, StocktakeView::answered)
            .on(StocktakeClosed.class, StocktakeView::closed)
            .after(StocktakeView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return details.visibility;
    }

    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    @Override
    public StocktakeView toldBy(Disclosure disclosure) {
        return with(course.with((Found found) -> found.toldBy(plan, disclosure)));
    }

    /** How many recommendations wait for an answer. */
    public long unanswered() {
        return findings().stream().filter(Found::waitsForAnswer).count();
    }

    public StocktakeState state() {
        return course.state;
    }

    /** Null until it is frozen. */
    public @Nullable CutOff cutOff() {
        return course.cutOff;
    }

    /** By number. */
    public List<Found> findings() {
        return course.findings;
    }

    private StocktakeView described(StocktakeEvent event, StocktakeDetails now) {
        return new StocktakeView(event.stocktake(), event.plan(), Details.of(now), course, stamp);
    }

    private StocktakeView frozen(StocktakeFrozen event, Recorded<?> recorded) {
        return with(course.with(new CutOff(
                recorded.position() - 1,
                Effective.of(event.effectiveOn(), recorded),
                recorded.recordedAt(),
                Who.of(recorded),
                ErasableText.shown(event.note()))));
    }

    private StocktakeView said(FeedbackGiven event, Recorded<?> recorded) {
        return with(course.with(
                new Feedback(event.stage(), event.effectiveOn(), ErasableText.shown(event.summary()), Who.of(recorded)),
                event.findings().stream()
                        .map(finding -> Found.of(event, finding))
                        .toList()));
    }

    private StocktakeView answered(FindingAnswered event, Recorded<?> recorded) {
        return with(course.with(
                (Found found) -> found.number() == event.finding() ? found.answered(event, recorded) : found));
    }

    private StocktakeView closed(StocktakeClosed event, Recorded<?> recorded) {
        return with(course.with(new Closure(event.effectiveOn(), ErasableText.shown(event.note()), Who.of(recorded))));
    }

    private StocktakeView with(Course now) {
        return new StocktakeView(code, plan, details, now, stamp);
    }

    private StocktakeView stamped(Recorded<? extends StocktakeEvent> recorded) {
        return new StocktakeView(code, plan, details, course, Stamp.of(recorded));
    }
}
