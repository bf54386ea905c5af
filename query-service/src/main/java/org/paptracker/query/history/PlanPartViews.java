package org.paptracker.query.history;

import java.util.Optional;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Fold;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.plan.PlanId;

/**
 * The views of what belongs to a plan and has a code of its own in it.
 *
 * @param <C> the code
 */
public abstract class PlanPartViews<V extends View, E extends DomainEvent, C> extends FamilyViews<V, E> {
    private final Class<E> family;
    private final String unknown;
    private final String noun;

    /**
     * @param unknown the error code if there is no such thing
     * @param noun what people call it: "action"
     */
    protected PlanPartViews(
            Views<V> views, Fold<V, E> fold, Class<E> family, History history, String unknown, String noun) {
        super(views, fold, family, history);
        this.family = family;
        this.unknown = unknown;
        this.noun = noun;
    }

    /** Empty if there is, or was, no such thing in the plan. */
    public final Optional<V> find(PlanId plan, C code, AsAt asAt) {
        return find(Streams.of(family, plan, code), asAt);
    }

    /** @throws Refused as unknown if there is, or was, no such thing in the plan */
    public final V get(PlanId plan, C code, AsAt asAt) {
        return find(plan, code, asAt)
                .orElseThrow(() -> new Refused(
                        Problem.of(404, unknown, "There is no %s %s in the plan %s.".formatted(noun, code, plan))));
    }
}
