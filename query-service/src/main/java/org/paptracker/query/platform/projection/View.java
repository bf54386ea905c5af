package org.paptracker.query.platform.projection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;

/** What is known of one stream: folded from its events and stored under the stream's name. Immutable. */
public interface View {
    /** Unique among the views of its kind in its plan. */
    Object code();

    PlanId plan();

    Stamp stamp();

    /** Who may see it, as far as they may see its plan. */
    Visibility visibility();

    /** People who work on one of these can see it whatever its class is; empty where that makes no difference. */
    default Collection<?> themes() {
        return List.of();
    }

    /** Likewise. */
    default Collection<?> organisations() {
        return List.of();
    }

    /** Codes by which others name what is in it; its own is not among them. */
    default Set<String> parts() {
        return Set.of();
    }

    /** The same view as somebody may be told of it who may see it. */
    default View toldBy(Disclosure disclosure) {
        return this;
    }

    /** No, if only what came later counts: as at a day before it began. */
    default boolean exists() {
        return true;
    }
}
