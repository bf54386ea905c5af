package org.paptracker.command.platform.rules;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.stream.Collectors;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EventType;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Recorded;
import org.paptracker.platform.security.Role;

/**
 * Pairs of steps on one thing that one person never takes both of, whatever their roles. This is the whole table, as
 * {@code docs/access.md} shows it. Everybody who ever took the first step counts: amending another's words, or proposing
 * them again, hides nobody.
 */
public enum TwoPeople {
    DRAFT_AND_APPROVE_PLAN(
            "registers or amends a plan",
            Set.of(PlanRegistered.class, PlanAmended.class, AreaAdded.class),
            "records that it is approved",
            Set.of(PlanApproved.class),
            "plan.drafter-cannot-approve",
            "You registered or amended plan %s yourself, so somebody else has to record that it is approved."),
    CLAIM_AND_VERIFY(
            "claims that a milestone is complete",
            Set.of(CompletionClaimed.class),
            "verifies or rejects the claim",
            Set.of(CompletionVerified.class, CompletionRejected.class),
            "milestone.claimant-cannot-verify",
            "You claimed milestone %s complete yourself, so somebody else has to verify or reject it."),
    REPORT_AND_VERIFY(
            "reports progress on a milestone",
            Set.of(MilestoneProgressRecorded.class),
            "verifies that it is complete",
            Set.of(CompletionVerified.class),
            "milestone.reporter-cannot-verify",
            "You reported progress on milestone %s yourself, so somebody else has to verify that it is complete."),
    CLAIM_AND_SIGN_OFF(
            "claims that a milestone is complete",
            Set.of(CompletionClaimed.class),
            "signs off that it is embedded, or that its action is delivered or embedded",
            Set.of(MilestoneEmbedded.class, ActionDelivered.class, ActionEmbedded.class),
            "action.claimant-cannot-sign-off",
            "You claimed completion yourself, and %s rests on that claim, so somebody else has to sign it off."),
    PROPOSE_AND_DECIDE_DATE(
            "proposes a new date",
            Set.of(RebaselineProposed.class),
            "approves or refuses it",
            Set.of(RebaselineApproved.class, RebaselineRefused.class),
            "rebaseline.proposer-cannot-decide",
            "You proposed to re-baseline milestone %s yourself, so somebody else has to decide on it."),
    SUBMIT_AND_VALIDATE(
            "submits or amends evidence",
            Set.of(EvidenceSubmitted.class, EvidenceAmended.class),
            "validates or returns it, or upholds it against a challenge",
            Set.of(EvidenceValidated.class, EvidenceReturned.class, EvidenceUpheld.class),
            "evidence.submitter-cannot-validate",
            "You submitted or amended evidence %s yourself, so somebody else has to validate, return or uphold it."),
    VALIDATE_AND_UPHOLD(
            "validates evidence",
            Set.of(EvidenceValidated.class),
            "upholds it against a challenge",
            Set.of(EvidenceUpheld.class),
            "evidence.validator-cannot-uphold",
            "You validated evidence %s yourself, and the challenge is to that, so somebody else has to decide on it."),
    CHALLENGE_AND_UPHOLD(
            "challenges evidence",
            Set.of(EvidenceChallenged.class),
            "upholds it",
            Set.of(EvidenceUpheld.class),
            "evidence.challenger-cannot-uphold",
            "You challenged evidence %s yourself, so somebody else has to decide whether it is upheld."),
    ANSWER_AND_CLOSE_VOICE(
            "answers what families said",
            Set.of(VoiceResponded.class),
            "closes it",
            Set.of(VoiceClosed.class),
            "voice.responder-cannot-close",
            "You answered voice %s yourself, so somebody else has to say what came of it. The forum can close it."),
    RECORD_AND_AGREE_VOICE(
            "records for others what they said (the forum speaks for itself)",
            Set.of(VoiceHeard.class, VoiceAmended.class),
            "closes it as agreed by somebody",
            Set.of(VoiceClosed.class),
            "voice.recorder-cannot-agree",
            "You recorded voice %s for others, so somebody else has to say that they agreed. The forum can close it.") {
        @Override
        boolean counts(Recorded<? extends DomainEvent> step) {
            return !Role.PARENT_CARER_FORUM.name().equals(step.provenance().role());
        }

        @Override
        boolean concerns(DomainEvent next) {
            return next instanceof VoiceClosed closed && closed.agreedBy() != null;
        }
    },
    KEEP_AND_ACCEPT_RISK(
            "records, amends, scores or escalates a risk, or plans what is done about it",
            Set.of(
                    RiskIdentified.class,
                    RiskAmended.class,
                    RiskScored.class,
                    MitigationPlanned.class,
                    RiskEscalated.class),
            "accepts it",
            Set.of(RiskAccepted.class),
            "risk.keeper-cannot-accept",
            "You recorded, scored, escalated or worked on risk %s yourself, so somebody else has to accept it."),
    ESCALATE_AND_RETURN_RISK(
            "escalates a risk to a board",
            Set.of(RiskEscalated.class),
            "returns it from there, or closes it there",
            Set.of(RiskReturned.class, RiskClosed.class),
            "risk.escalator-cannot-return",
            "You escalated risk %s yourself, so somebody else has to say what the board did with it.") {
        @Override
        boolean settles(DomainEvent event) {
            return event instanceof RiskReturned;
        }
    },
    PROPOSE_AND_MAKE_DECISION(
            "proposes a decision",
            Set.of(DecisionProposed.class),
            "records that the board made it, or amends that",
            Set.of(DecisionMade.class, DecisionAmended.class),
            "decision.proposer-cannot-decide",
            "You proposed decision %s yourself, so somebody else has to record that the board made it."),
    HOLD_AND_FIND(
            "schedules, amends or freezes a stocktake",
            Set.of(StocktakeScheduled.class, StocktakeAmended.class, StocktakeFrozen.class),
            "records what it found",
            Set.of(FeedbackGiven.class),
            "stocktake.organiser-cannot-find",
            "You scheduled or froze stocktake %s yourself, so its reviewers, or somebody else for them, have to record what it found."),
    FIND_AND_ANSWER(
            "records what a stocktake found",
            Set.of(FeedbackGiven.class),
            "answers a finding, or closes the stocktake",
            Set.of(FindingAnswered.class, StocktakeClosed.class),
            "stocktake.finder-cannot-answer",
            "You recorded what stocktake %s found yourself, so somebody else has to answer its findings and close it."),
    ANSWER_AND_CLOSE_STOCKTAKE(
            "answers a finding of a stocktake",
            Set.of(FindingAnswered.class),
            "closes it",
            Set.of(StocktakeClosed.class),
            "stocktake.answerer-cannot-close",
            "You answered a finding of stocktake %s yourself, so somebody else has to close it."),
    PROPOSE_AND_CONFIRM_REDACTION(
            "proposes to take words out of the record",
            Set.of(RedactionProposed.class),
            "confirms it",
            Set.of(RedactionConfirmed.class),
            "redaction.proposer-cannot-confirm",
            "You proposed redaction %s yourself, so somebody else has to confirm it. You can withdraw it by a refusal."),
    GIVE_AND_USE_OVERRIDE(
            "gives an override of the guard",
            Set.of(GuardOverrideGranted.class),
            "uses it",
            Set.of(GuardOverrideUsed.class),
            "guard-override.giver-cannot-use",
            "You gave override %s yourself, so it lets nothing of yours through. Ask somebody else for one.");

    private final String first;

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of makes never changes
    private final Set<Class<? extends DomainEvent>> steps;

    private final String then;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Set<Class<? extends DomainEvent>> next;

    private final String code;
    private final String refusal;

    TwoPeople(
            String first,
            Set<Class<? extends DomainEvent>> steps,
            String then,
            Set<Class<? extends DomainEvent>> next,
            String code,
            String refusal) {
        this.first = first;
        this.steps = steps;
        this.then = then;
        this.next = next;
        this.code = code;
        this.refusal = refusal;
    }

    Set<Class<? extends DomainEvent>> firstSteps() {
        return steps;
    }

    Set<Class<? extends DomainEvent>> secondSteps() {
        return next;
    }

    String code() {
        return code;
    }

    /** Whether the first step counts. Some do not for every role. */
    boolean counts(Recorded<? extends DomainEvent> step) {
        return true;
    }

    /** Whether this is the second step. Some are only if they say something. */
    boolean concerns(DomainEvent next) {
        return true;
    }

    /** Whether nobody's first step counts after this. */
    boolean settles(DomainEvent event) {
        return false;
    }

    final boolean beginsWith(Recorded<? extends DomainEvent> step) {
        return steps.contains(step.event().getClass()) && counts(step);
    }

    final boolean endsWith(DomainEvent event) {
        return next.contains(event.getClass()) && concerns(event);
    }

    final RuleBroken refusal(DomainEvent event) {
        return new RuleBroken(code, refusal.formatted(named(event)));
    }

    /** A milestone by its code; else what the stream is named after. */
    private static String named(DomainEvent event) {
        if (event instanceof MilestoneEvent of) return of.milestone().toString();
        String stream = event.stream();
        return stream.substring(Math.max(stream.lastIndexOf('/'), stream.indexOf(':')) + 1);
    }

    /** The pair as a document shows it, in Markdown. */
    public String row() {
        return "| %s | %s | %s → %s | `%s` |".formatted(first, then, names(steps), names(next), code);
    }

    private static String names(Set<Class<? extends DomainEvent>> events) {
        return events.stream()
                .map(event -> "`"
                        + requireNonNull(event.getAnnotation(EventType.class)).value() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
