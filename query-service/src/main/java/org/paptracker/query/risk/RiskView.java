package org.paptracker.query.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
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
import org.paptracker.values.risk.RiskState;

/** A risk as it stands. */
public record RiskView(
        RiskCode code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Work work,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param identifiedOn null if not known, as are cause and effect
     * @param response what is meant to be done about it; null while nobody has chosen
     */
    public record Details(
            String title,
            @Nullable BusinessDate identifiedOn,
            @Nullable String cause,
            @Nullable String event,
            @Nullable String effect,
            @Nullable String ownerRole,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            @Nullable RiskResponse response,
            Visibility visibility) {
        static Details of(RiskDetails details) {
            return new Details(
                    details.title(),
                    details.identifiedOn(),
                    ErasableText.shown(details.cause()),
                    ErasableText.shown(details.event()),
                    ErasableText.shown(details.effect()),
                    details.ownerRole(),
                    details.areas(),
                    details.themes(),
                    details.response(),
                    details.visibility());
        }
    }

    /**
     * Where it has got to.
     *
     * @param stateSince when it came into its state; null while it is open
     * @param stateReason why it was escalated, given back, accepted or closed; null otherwise
     * @param escalatedTo the board it is with; null unless it is escalated
     */
    public record Standing(
            RiskState state,
            @Nullable BusinessDate stateSince,
            @Nullable String stateReason,
            @Nullable BoardCode escalatedTo) {}

    /**
     * What was thought of it and planned against it.
     *
     * @param score the latest by date; null while nobody has scored it
     * @param scores by date, and as recorded within one; the latest last
     * @param mitigations in the order recorded
     */
    public record Work(@Nullable Integer score, List<Score> scores, List<Mitigation> mitigations) {
        private Work with(Score one) {
            List<Score> all = Stream.concat(scores.stream(), Stream.of(one))
                    .sorted(Comparator.comparing(
                            (Score each) -> each.on().countsFrom())) // stable: within a date as recorded
                    .toList();
            return new Work(all.get(all.size() - 1).score(), all, mitigations);
        }

        private Work with(Mitigation one) {
            return new Work(
                    score,
                    scores,
                    Stream.concat(mitigations.stream(), Stream.of(one)).toList());
        }
    }

    /**
     * @param likelihood 1 to 5, as is impact
     * @param score likelihood times impact, 1 to 25
     */
    public record Score(
            Effective on,
            int likelihood,
            int impact,
            int score,
            Who by,
            @Nullable String note) {}

    /** Something planned against it. */
    public record Mitigation(
            BusinessDate on,
            @Nullable String text,
            @Nullable BusinessDate dueOn,
            Who by) {}

    private static final RiskCode NONE = new RiskCode("none");
    private static final RiskView NOTHING = new RiskView(
            NONE,
            new PlanId("none"),
            new Details(
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    null,
                    Visibility.RESTRICTED),
            new Standing(RiskState.OPEN, null, null, null),
            new Work(null, List.of(), List.of()),
            Stamp.NONE);

    public static final Fold<RiskView, RiskEvent> FOLD = Fold.from(NOTHING, RiskEvent.class)
            .on(RiskIdentified.class, (view, event) -> view.described(event, event.details()))
            .on(RiskAmended.class, (view, event) -> view.described(event, event.details()))
            .on(RiskScored.class, RiskView::scored)
            .on(MitigationPlanned.class, RiskView::mitigated)
            .on(
                    RiskEscalated.class,
                    (view, event) -> view.in(RiskState.ESCALATED, event.effectiveOn(), event.reason(), event.to()))
            .on(
                    RiskReturned.class,
                    (view, event) -> view.in(RiskState.MITIGATING, event.effectiveOn(), event.reason(), null))
            .on(
                    RiskAccepted.class,
                    (view, event) -> view.in(RiskState.ACCEPTED, event.effectiveOn(), event.reason(), null))
            .on(RiskClosed.class, (view, event) -> view.in(RiskState.CLOSED, event.effectiveOn(), event.reason(), null))
            .after(RiskView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return details.visibility;
    }

    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    public RiskState state() {
        return standing.state;
    }

    private RiskView described(RiskEvent event, RiskDetails now) {
        return new RiskView(event.risk(), event.plan(), Details.of(now), standing, work, stamp);
    }

    private RiskView scored(RiskScored event, Recorded<?> recorded) {
        return with(work.with(new Score(
                Effective.of(event.effectiveOn(), recorded),
                event.likelihood(),
                event.impact(),
                event.likelihood() * event.impact(),
                Who.of(recorded),
                ErasableText.shown(event.note()))));
    }

    private RiskView mitigated(MitigationPlanned event, Recorded<?> recorded) {
        RiskView view = with(work.with(new Mitigation(
                event.effectiveOn(), ErasableText.shown(event.wording()), event.dueOn(), Who.of(recorded))));
        return state() == RiskState.OPEN
                ? view.with(new Standing(
                        RiskState.MITIGATING, event.effectiveOn(), standing.stateReason, standing.escalatedTo))
                : view;
    }

    private RiskView in(RiskState next, BusinessDate since, ErasableText reason, @Nullable BoardCode board) {
        return with(new Standing(next, since, ErasableText.shown(reason), board));
    }

    private RiskView with(Standing now) {
        return new RiskView(code, plan, details, now, work, stamp);
    }

    private RiskView with(Work now) {
        return new RiskView(code, plan, details, standing, now, stamp);
    }

    private RiskView stamped(Recorded<? extends RiskEvent> recorded) {
        return new RiskView(code, plan, details, standing, work, Stamp.of(recorded));
    }
}
