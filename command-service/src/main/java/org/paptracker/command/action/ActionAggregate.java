package org.paptracker.command.action;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.ApproveRebaseline;
import org.paptracker.command.action.ActionCommand.AssessAction;
import org.paptracker.command.action.ActionCommand.AssessMilestone;
import org.paptracker.command.action.ActionCommand.CancelAction;
import org.paptracker.command.action.ActionCommand.ClaimCompletion;
import org.paptracker.command.action.ActionCommand.DeliverAction;
import org.paptracker.command.action.ActionCommand.EmbedAction;
import org.paptracker.command.action.ActionCommand.EmbedMilestone;
import org.paptracker.command.action.ActionCommand.PauseAction;
import org.paptracker.command.action.ActionCommand.ProposeRebaseline;
import org.paptracker.command.action.ActionCommand.ReceiveAction;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.action.ActionCommand.RefuseRebaseline;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.ReopenMilestone;
import org.paptracker.command.action.ActionCommand.ResumeAction;
import org.paptracker.command.action.ActionCommand.StartAction;
import org.paptracker.command.action.ActionCommand.TransferAction;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.values.evidence.EvidenceId;

/** The shell that Axon needs round the deciders of an action and its milestones, and nothing more. */
@Aggregate(type = "action")
class ActionAggregate extends EventSourced<Action, ActionEvent> {
    ActionAggregate() {
        super(Action.FOLD);
    }

    @Decides
    Long handle(AgreeAction command, PlanTerms plan) {
        return record(ActionDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(StartAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(PauseAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ResumeAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(DeliverAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(EmbedAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(CancelAction command, PlanTerms plan, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(TransferAction command, PlanTerms plan, Clock clock, Alongside alongside) {
        Action before = state();
        List<ActionTransferred> decided = TransferDecider.decide(before, command, plan, today(clock));
        Long version = record(decided);
        for (ActionTransferred left : decided) alongside.ask(TransferDecider.following(before, command, left));
        return version;
    }

    @Decides
    Long handle(ReceiveAction command, PlanTerms plan) {
        return record(TransferDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(AssessAction command, PlanTerms plan, Actor actor, Clock clock) {
        return record(ActionDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(AddMilestone command, PlanTerms plan) {
        return record(MilestoneDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(RecordProgress command, PlanTerms plan, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ClaimCompletion command, PlanTerms plan, Actor actor, WriteAccess access, Clock clock) {
        Set<EvidenceId> withdrawn = access.withdrawn(command.evidence());
        return record(MilestoneDecider.decide(state(), command, plan, withdrawn, actor, today(clock)));
    }

    @Decides
    Long handle(VerifyCompletion command, PlanTerms plan, Actor actor, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(RejectCompletion command, PlanTerms plan, Actor actor, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(EmbedMilestone command, PlanTerms plan, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ReopenMilestone command, PlanTerms plan, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(AssessMilestone command, PlanTerms plan, Actor actor, Clock clock) {
        return record(MilestoneDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(ProposeRebaseline command, PlanTerms plan, Actor actor, Clock clock) {
        return record(RebaselineDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(ApproveRebaseline command, PlanTerms plan, Actor actor, Clock clock) {
        return record(RebaselineDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(RefuseRebaseline command, PlanTerms plan, Actor actor, Clock clock) {
        return record(RebaselineDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Override
    protected void requireOwn(Command command, WriteAccess access) {
        Belonging belonging = state().belonging();
        if (belonging != null && command instanceof ActionCommand asked)
            access.requireAction(asked.action(), belonging);
    }

    @EventSourcingHandler
    void on(ActionEvent event, DomainEventMessage<ActionEvent> message) {
        recorded(event.stream(), message);
    }
}
