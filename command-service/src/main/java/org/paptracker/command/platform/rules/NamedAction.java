package org.paptracker.command.platform.rules;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
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
            .ignore(ActionStarted.class, ActionPaused.class, ActionResumed.class, ActionDelivered.class)
            .ignore(ActionEmbedded.class, ActionCancelled.class, ActionTransferred.class, ActionAssessed.class)
            .ignore(MilestoneAmended.class, MilestoneProgressRecorded.class, DueDateForecast.class)
            .ignore(CompletionClaimed.class, CompletionVerified.class, CompletionRejected.class)
            .ignore(MilestoneEmbedded.class, MilestoneReopened.class, MilestoneAssessed.class)
            .ignore(RebaselineProposed.class, RebaselineApproved.class, RebaselineRefused.class)
            .exhaustive();

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
