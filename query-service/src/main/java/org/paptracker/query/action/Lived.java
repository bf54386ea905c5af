package org.paptracker.query.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;

/**
 * An action, counted once, where it stands now; and what it was under the plans it came from.
 *
 * @param before its earlier lives, the latest first; empty if it has none, or if none was asked about
 */
public record Lived(ActionView now, List<ActionView> before) {

    /**
     * A milestone where it is recorded.
     *
     * @param action the life it belongs to: milestones finished before a transfer stay in the earlier one
     */
    public record Step(ActionView action, MilestoneView milestone) {}

    private record Place(PlanId plan, ActionCode action) {}

    /** In the order of {@code all}. What went on in a plan that is not among them stands as transferred. */
    public static List<Lived> of(List<ActionView> all) {
        Map<Place, ActionView> places = new HashMap<>();
        for (ActionView action : all) places.put(new Place(action.plan(), action.code()), action);
        return all.stream()
                .filter(action -> next(action, places) == null)
                .map(action -> new Lived(action, before(action, places)))
                .toList();
    }

    private static List<ActionView> before(ActionView action, Map<Place, ActionView> places) {
        List<ActionView> before = new ArrayList<>();
        for (ActionView one = previous(action, places); one != null; one = previous(one, places)) before.add(one);
        return List.copyOf(before);
    }

    private static @Nullable ActionView next(ActionView action, Map<Place, ActionView> places) {
        Destination to = action.journey().transferredTo();
        ActionView next = to == null ? null : places.get(new Place(to.plan(), to.action()));
        return next != null && isFrom(next, action) ? next : null;
    }

    private static @Nullable ActionView previous(ActionView action, Map<Place, ActionView> places) {
        Origin from = action.journey().continues();
        ActionView previous = from == null ? null : places.get(new Place(from.plan(), from.action()));
        return previous != null && action.equals(next(previous, places)) ? previous : null;
    }

    private static boolean isFrom(ActionView next, ActionView action) {
        Origin from = next.journey().continues();
        return from != null
                && from.plan().equals(action.plan())
                && from.action().equals(action.code());
    }

    /** The one that stands now first. */
    public Stream<ActionView> lives() {
        return Stream.concat(Stream.of(now), before.stream());
    }

    /** Each milestone once: those of now, and those that were finished before. */
    public Stream<Step> steps() {
        return Stream.concat(
                now.milestones().stream().map(milestone -> new Step(now, milestone)),
                before.stream()
                        .flatMap(life -> life.milestones().stream()
                                .filter(MilestoneView::complete)
                                .map(milestone -> new Step(life, milestone))));
    }

    /** What stands for it in any of its lives. */
    public Stream<Proof> proofs(Function<PlanId, Proofs> proofs) {
        return lives().flatMap(life -> life.proofs(proofs.apply(life.plan())).stream());
    }

    /** What stands for a milestone of it, wherever that was recorded. */
    public List<Proof> proofs(MilestoneView milestone, Function<PlanId, Proofs> proofs) {
        return lives().flatMap(life -> life.milestone(milestone.code()).stream()
                        .flatMap(own -> own.proofs(life.code(), proofs.apply(life.plan())).stream()))
                .toList();
    }
}
