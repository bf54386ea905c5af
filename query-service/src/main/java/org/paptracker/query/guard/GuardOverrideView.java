package org.paptracker.query.guard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.plan.PlanId;

/**
 * A permission to record what the guard suspects, and what it was used for.
 *
 * @param use null until it is used; then it is spent
 */
public record GuardOverrideView(
        OverrideCode code,
        PlanId plan,
        @JsonUnwrapped Grant grant,
        @Nullable Use use,
        @JsonUnwrapped Stamp stamp) implements View {

    /** How an override stands on a day. */
    public enum State {
        OPEN,
        USED,
        EXPIRED
    }

    /**
     * @param kinds that it lets through
     * @param validUntil the last day on which it can be used
     * @param grantedTo the person whose request it lets through; null for one that lets nothing through any more,
     *     because it is from before overrides were bound to a person. So is the request
     */
    public record Grant(
            SortedSet<PersonalDataKind> kinds,
            @Nullable String justification,
            BusinessDate grantedOn,
            Who grantedBy,
            BusinessDate validUntil,
            @Nullable Who grantedTo,
            @Nullable Request request) {}

    /**
     * What it lets through.
     *
     * @param command what is asked for
     * @param stream that it is for
     */
    public record Request(String command, String stream, List<Suspected> suspected) {
        static Request of(GuardedRequest request) {
            return new Request(request.command(), request.stream(), request.suspected());
        }
    }

    /**
     * @param suspected where and of what kind, in the order of the request; never what
     * @param recordedIn the stream that the request was for
     */
    public record Use(BusinessDate on, Who by, List<Suspected> suspected, String recordedIn) {}

    private static final OverrideCode NONE = new OverrideCode("none");
    private static final GuardOverrideView NOTHING = new GuardOverrideView(
            NONE,
            new PlanId("none"),
            new Grant(
                    Collections.emptySortedSet(),
                    null,
                    BusinessDate.parse("0001"),
                    Who.NOBODY,
                    BusinessDate.parse("0001"),
                    null,
                    null),
            null,
            Stamp.NONE);

    public static final Fold<GuardOverrideView, GuardEvent> FOLD = Fold.from(NOTHING, GuardEvent.class)
            .on(GuardOverrideGranted.class, GuardOverrideView::granted)
            .on(GuardOverrideUsed.class, GuardOverrideView::used)
            .after(GuardOverrideView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return Visibility.RESTRICTED;
    }

    public State state(LocalDate day) {
        if (use != null) return State.USED;
        return grant.validUntil.last().isBefore(day) ? State.EXPIRED : State.OPEN;
    }

    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    private GuardOverrideView granted(GuardOverrideGranted event, Recorded<?> recorded) {
        GuardedRequest request = event.request();
        Grant given = new Grant(
                event.kinds(),
                ErasableText.shown(event.justification()),
                event.effectiveOn(),
                Who.of(recorded),
                event.validUntil(),
                request == null ? null : Who.written(request.person()),
                request == null ? null : Request.of(request));
        return new GuardOverrideView(event.override(), event.plan(), given, use, stamp);
    }

    private GuardOverrideView used(GuardOverrideUsed event, Recorded<?> recorded) {
        Use now = new Use(event.effectiveOn(), Who.of(recorded), event.suspected(), event.recordedIn());
        return new GuardOverrideView(code, plan, grant, now, stamp);
    }

    private GuardOverrideView stamped(Recorded<? extends GuardEvent> recorded) {
        return new GuardOverrideView(code, plan, grant, use, Stamp.of(recorded));
    }
}
