package org.paptracker.command.platform.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.values.action.MilestoneCode;

/** Who has taken the first step of a pair on one thing, as its stream says. Immutable. */
public final class StepsTaken {
    public static final StepsTaken NONE = new StepsTaken(Map.of());

    private final Map<Step, Set<String>> people;

    /** @param milestone of several in a stream; null if the step is on the whole */
    private record Step(TwoPeople pair, @Nullable MilestoneCode milestone) {
        private boolean isOn(DomainEvent event) {
            return milestone == null || !(event instanceof MilestoneEvent of) || milestone.equals(of.milestone());
        }
    }

    private StepsTaken(Map<Step, Set<String>> people) {
        this.people = people;
    }

    public StepsTaken with(Recorded<? extends DomainEvent> recorded) {
        StepsTaken after = this;
        for (TwoPeople pair : TwoPeople.values()) {
            if (pair.settles(recorded.event())) after = after.without(pair);
            if (pair.beginsWith(recorded)) after = after.with(step(pair, recorded.event()), recorded.actor());
        }
        return after;
    }

    private static Step step(TwoPeople pair, DomainEvent event) {
        return new Step(pair, event instanceof MilestoneEvent of ? of.milestone() : null);
    }

    private StepsTaken with(Step step, String actor) {
        Set<String> before = people.getOrDefault(step, Set.of());
        if (before.contains(actor)) return this;
        Set<String> all = new HashSet<>(before);
        all.add(actor);
        Map<Step, Set<String>> more = new HashMap<>(people);
        more.put(step, Set.copyOf(all));
        return new StepsTaken(Map.copyOf(more));
    }

    private StepsTaken without(TwoPeople pair) {
        Map<Step, Set<String>> fewer = new HashMap<>(people);
        fewer.keySet().removeIf(step -> step.pair == pair);
        return new StepsTaken(Map.copyOf(fewer));
    }

    /** @throws RuleBroken if the actor has taken the first step of a pair of which one of these is the second */
    public void requireAnother(Iterable<? extends DomainEvent> decided, Actor actor) {
        for (DomainEvent event : decided) {
            for (TwoPeople pair : TwoPeople.values()) {
                if (pair.endsWith(event) && hasTakenFirst(pair, event, actor)) throw pair.refusal(event);
            }
        }
    }

    private boolean hasTakenFirst(TwoPeople pair, DomainEvent event, Actor actor) {
        return people.entrySet().stream()
                .anyMatch(taken -> taken.getKey().pair == pair
                        && taken.getKey().isOn(event)
                        && taken.getValue().stream().anyMatch(actor::is));
    }
}
