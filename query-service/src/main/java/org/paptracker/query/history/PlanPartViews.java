package org.paptracker.query.history;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Streams;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of what belongs to a plan and has a code of its own in it.
 *
 * @param <C> the code
 */
public abstract class PlanPartViews<V extends View, E extends DomainEvent, C> extends FamilyViews<V, E> {
    protected PlanPartViews(Slice<V, E> slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    /** Empty if there is, or was, no such thing in the plan. */
    public final Optional<V> find(PlanId plan, C code, AsAt asAt) {
        return find(Streams.of(slice().family(), plan, code), asAt);
    }

    /** @throws Refused as unknown if there is, or was, no such thing in the plan */
    public final V get(PlanId plan, C code, AsAt asAt) {
        return find(plan, code, asAt)
                .orElseThrow(() -> new Refused(Problem.of(
                        404,
                        slice().unknown(),
                        "There is no %s %s in the plan %s.".formatted(slice().noun(), code, plan))));
    }
}
