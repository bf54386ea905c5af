package org.paptracker.command.platform.rules;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.fold.Fold;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;

/**
 * What others that name an action need to know of it. Folded from its stream, so that no slice asks another.
 *
 * @param belonging null while there is no such action
 */
public record NamedAction(@Nullable Belonging belonging, Set<MilestoneCode> milestones) {

    public static final Fold<NamedAction, ActionEvent> FOLD = Fold.from(
                    new NamedAction(null, Set.of()), ActionEvent.class)
            .on(ActionAgreed.class, (action, event) -> action.described(event.details()))
            .on(ActionAmended.class, (action, event) -> action.described(event.details()))
            .on(ActionReceived.class, (action, event) -> received(event))
            .on(MilestoneAdded.class, (action, event) -> action.with(event.milestone()))
            .partial();

    private static NamedAction received(ActionReceived from) {
        NamedAction action = new NamedAction(null, Set.of()).described(from.details());
        for (CarriedMilestone carried : from.milestones()) action = action.with(carried.milestone());
        return action;
    }

    private NamedAction described(ActionDetails now) {
        return new NamedAction(new Belonging(now.visibility(), now.themes(), now.organisations()), milestones);
    }

    private NamedAction with(MilestoneCode milestone) {
        Set<MilestoneCode> more = new TreeSet<>(milestones);
        more.add(milestone);
        return new NamedAction(belonging, Set.copyOf(more));
    }
}
