package org.paptracker.command.evidence;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.evidence.EvidenceCommand.ChallengeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ReturnEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SubmitEvidence;
import org.paptracker.command.evidence.EvidenceCommand.SupersedeEvidence;
import org.paptracker.command.evidence.EvidenceCommand.UpholdEvidence;
import org.paptracker.command.evidence.EvidenceCommand.ValidateEvidence;
import org.paptracker.command.evidence.EvidenceCommand.WithdrawEvidence;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceState;

/** The rules of a piece of evidence: one person submits, another validates; one challenges, another upholds. */
final class EvidenceDecider {
    /** Under this word the read side answers what evidence is missing. */
    private static final String GAPS = "gaps";

    static final Decider<Evidence, EvidenceCommand, EvidenceEvent> RULES = Decider.of(
                    Evidence.FOLD, EvidenceCommand.class)
            .on(SubmitEvidence.class, EvidenceDecider::submit)
            .on(ValidateEvidence.class, EvidenceDecider::validate)
            .on(ReturnEvidence.class, EvidenceDecider::giveBack)
            .on(ChallengeEvidence.class, EvidenceDecider::challenge)
            .on(UpholdEvidence.class, EvidenceDecider::uphold)
            .on(WithdrawEvidence.class, EvidenceDecider::withdraw)
            .on(SupersedeEvidence.class, EvidenceDecider::supersede)
            .exhaustive();

    private EvidenceDecider() {}

    /** Of what it supports, unless it is the caller's own; and of what else it is to support from now on. */
    static void requireOwn(Evidence evidence, EvidenceCommand command, WriteAccess access) {
        EvidenceDetails before = evidence.details();
        if (before != null && !access.isBy(evidence.author())) access.requireEvidence(before.supports());
        if (command instanceof SubmitEvidence submit
                && (before == null || !before.supports().equals(submit.details().supports())))
            access.requireEvidence(submit.details().supports());
    }

    static @Nullable Words words(Evidence evidence, EvidenceCommand command) {
        String thing = "Evidence " + command.evidence();
        if (command instanceof SubmitEvidence submit) {
            EvidenceDetails details = submit.details();
            if (details.equals(evidence.details())) return null;
            return new Words(thing, evidence.author(), details.visibility(), submit.reason() != null);
        }
        if (evidence.author() == null || evidence.state().hasEnded()) return null;
        if (command instanceof WithdrawEvidence) return new Words(thing, evidence.author(), null, true);
        if (command instanceof SupersedeEvidence by)
            return new Words(thing, evidence.author(), null, by.reason() != null);
        return null;
    }

    static List<EvidenceEvent> submit(Evidence evidence, SubmitEvidence command, Context context) {
        context.plan().requireKnown(command.plan());
        EvidenceDetails details = command.details();
        if (details.equals(evidence.details())) return List.of();
        requireLive(evidence, command, context);
        requireSubjects(command, context);
        if (evidence.details() == null) {
            require(
                    !command.evidence().value().equals(GAPS),
                    "evidence.reserved-id",
                    "Evidence cannot be called gaps: that is where missing evidence is listed. Choose another id.");
            return List.of(new EvidenceSubmitted(command.plan(), command.evidence(), details));
        }
        require(
                evidence.state() == EvidenceState.SUBMITTED || evidence.state() == EvidenceState.RETURNED,
                "evidence.not-submitted",
                "Evidence %s has been validated, and what was validated does not change. Submit what is new as other evidence, and let it supersede this."
                        .formatted(command.evidence()));
        return List.of(new EvidenceAmended(command.plan(), command.evidence(), details, command.reason()));
    }

    static List<EvidenceEvent> validate(Evidence evidence, ValidateEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (evidence.state().stands()) return List.of();
        requireLive(evidence, command, context);
        requireSubmitted(evidence, command, "validated");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceValidated(command.plan(), command.evidence(), on, command.note()));
    }

    static List<EvidenceEvent> giveBack(Evidence evidence, ReturnEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (evidence.state() == EvidenceState.RETURNED) return List.of();
        requireLive(evidence, command, context);
        requireSubmitted(evidence, command, "returned");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceReturned(command.plan(), command.evidence(), on, command.reason()));
    }

    /** What was upheld may be challenged again: there may be new grounds. */
    static List<EvidenceEvent> challenge(Evidence evidence, ChallengeEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (evidence.state() == EvidenceState.CHALLENGED) return List.of();
        requireLive(evidence, command, context);
        require(
                evidence.state().stands(),
                "evidence.not-validated",
                "Nobody has validated evidence %s, so there is nothing to challenge yet. Anyone who can validate it can also return it."
                        .formatted(command.evidence()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceChallenged(command.plan(), command.evidence(), on, command.reason()));
    }

    static List<EvidenceEvent> uphold(Evidence evidence, UpholdEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (evidence.state() == EvidenceState.UPHELD) return List.of();
        requireLive(evidence, command, context);
        require(
                evidence.state() == EvidenceState.CHALLENGED,
                "evidence.not-challenged",
                "Nobody challenges evidence %s, so there is nothing to uphold.".formatted(command.evidence()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceUpheld(command.plan(), command.evidence(), on, command.note()));
    }

    /** At any time: anyone who finds a mistake should not have to wait for a challenge. */
    static List<EvidenceEvent> withdraw(Evidence evidence, WithdrawEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (evidence.state() == EvidenceState.WITHDRAWN) return List.of();
        requireLive(evidence, command, context);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceWithdrawn(command.plan(), command.evidence(), on, command.reason()));
    }

    static List<EvidenceEvent> supersede(Evidence evidence, SupersedeEvidence command, Context context) {
        requireKnown(evidence, command, context);
        if (command.by().equals(evidence.supersededBy())) return List.of();
        requireLive(evidence, command, context);
        require(
                !command.by().equals(command.evidence()),
                "evidence.supersedes-itself",
                "Evidence %s cannot supersede itself. Name the other evidence that takes its place."
                        .formatted(command.evidence()));
        require(
                context.access().canSucceed(command.by()),
                "evidence.unknown-successor",
                "Plan %s has no evidence %s that could take the place of evidence %s. Check its id, or submit it first. What was withdrawn or superseded cannot."
                        .formatted(command.plan(), command.by(), command.evidence()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new EvidenceSuperseded(command.plan(), command.evidence(), on, command.by(), command.reason()));
    }

    private static void requireKnown(Evidence evidence, EvidenceCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        Unknown.requireKnown(
                evidence.details() != null,
                "evidence.unknown",
                "Plan %s has no evidence %s. Check its id, or submit the evidence first."
                        .formatted(command.plan(), command.evidence()));
    }

    private static void requireLive(Evidence evidence, EvidenceCommand command, Context context) {
        context.plan().requireRunning(command.plan());
        require(
                !evidence.state().hasEnded(),
                "evidence.ended",
                "Evidence %s has been %s, so nothing more can be recorded on it. It can still be read."
                        .formatted(
                                command.evidence(),
                                evidence.state() == EvidenceState.WITHDRAWN
                                        ? "withdrawn"
                                        : "superseded by evidence " + evidence.supersededBy()));
    }

    private static void requireSubmitted(Evidence evidence, EvidenceCommand command, String done) {
        require(
                evidence.state() == EvidenceState.SUBMITTED,
                "evidence.not-submitted",
                "Evidence %s is not awaiting review, so it cannot be %s. It %s."
                        .formatted(command.evidence(), done, inWords(evidence.state())));
    }

    private static String inWords(EvidenceState state) {
        return switch (state) {
            case RETURNED -> "was returned: its submitter has to amend it first";
            case CHALLENGED -> "has been challenged: uphold it or withdraw it";
            default -> "has been validated already";
        };
    }

    private static void requireSubjects(SubmitEvidence command, Context context) {
        Set<Subject> supports = command.details().supports();
        require(
                !supports.isEmpty(),
                "evidence.supports-nothing",
                "Evidence %s has to support something. Name at least one plan, area, theme, action, milestone, KPI, voice or fact."
                        .formatted(command.evidence()));
        requireCodes("evidence.unknown-plan", SubjectType.PLAN, supports, Set.of(command.plan()));
        requireCodes(
                "evidence.unknown-area",
                SubjectType.AREA,
                supports,
                context.plan().areas());
        requireCodes(
                "evidence.unknown-theme",
                SubjectType.THEME,
                supports,
                context.plan().themes());
    }

    private static void requireCodes(String code, SubjectType type, Set<Subject> supports, Set<?> known) {
        Set<String> there = known.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = supports.stream()
                .filter(subject -> subject.type() == type)
                .map(Subject::code)
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(there);
        require(
                unknown.isEmpty(),
                code,
                "Evidence in this plan cannot support the %s %s. %s"
                        .formatted(
                                type,
                                String.join(", ", unknown),
                                there.isEmpty()
                                        ? "The plan has none yet: amend the plan first."
                                        : "There is " + String.join(", ", there) + ": name one of these."));
    }
}
