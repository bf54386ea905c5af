package org.paptracker.command.guard;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.guard.GuardOverrideCommand.JudgeOverride;
import org.paptracker.command.guard.GuardOverrideCommand.UseOverride;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;

/** The rules of an override: it is for one request of one person, for some kinds and a few days. */
final class GuardOverrideDecider {
    static final int USUAL_DAYS = 7;
    static final int MOST_DAYS = 31;

    static final Decider<GuardOverride, GuardOverrideCommand, GuardEvent> RULES = Decider.of(
                    GuardOverride.FOLD, GuardOverrideCommand.class)
            .on(GrantOverride.class, GuardOverrideDecider::grant)
            .on(JudgeOverride.class, GuardOverrideDecider::judge)
            .on(UseOverride.class, GuardOverrideDecider::use)
            .exhaustive();

    private GuardOverrideDecider() {}

    /** Anyone who has an override uses it on what they may record, and that is judged there. */
    static void requireOwn(GuardOverride override, GuardOverrideCommand command, WriteAccess access) {}

    static List<GuardEvent> grant(GuardOverride override, GrantOverride command, Context context) {
        context.plan().requireKnown(command.plan());
        if (isGrantedSo(override, command)) return List.of();
        context.plan().requireNotClosed(command.plan());
        require(
                override.granted() == null,
                "guard-override.exists",
                "There is an override %s already, and what it lets through can't be changed. Give another one under another code."
                        .formatted(command.override()));
        GuardedRequest request = command.request();
        require(
                !context.actor().is(request.person()),
                "guard-override.own-request",
                "You sent this request yourself, so somebody else of information governance has to decide on it.");
        Set<PersonalDataKind> others = EnumSet.noneOf(PersonalDataKind.class);
        for (Suspected one : request.suspected()) if (!command.kinds().contains(one.kind())) others.add(one.kind());
        require(
                others.isEmpty(),
                "guard-override.not-covering",
                "The request seems to hold %s too. Name that among the kinds, or have it left out."
                        .formatted(
                                others.stream().map(PersonalDataKind::inWords).collect(Collectors.joining(" and "))));
        BusinessDate until = command.validUntil() == null
                ? BusinessDate.day(context.today().plusDays(USUAL_DAYS))
                : command.validUntil();
        require(
                !until.last().isBefore(context.today())
                        && !until.last().isAfter(context.today().plusDays(MOST_DAYS)),
                "guard-override.validity",
                "An override must end between today and %s. Choose a day in that period."
                        .formatted(BusinessDate.day(context.today().plusDays(MOST_DAYS))
                                .inWords()));
        return List.of(new GuardOverrideGranted(
                command.plan(),
                command.override(),
                BusinessDate.day(context.today()),
                command.kinds(),
                command.justification(),
                until,
                new GuardedRequest(
                        request.person(),
                        request.command(),
                        request.stream(),
                        request.suspected(),
                        request.fingerprint())));
    }

    /** If a repeat leaves the last day out, it means the one that was given. */
    private static boolean isGrantedSo(GuardOverride override, GrantOverride command) {
        GuardOverrideGranted granted = override.granted();
        return granted != null
                && granted.kinds().equals(command.kinds())
                && granted.justification().equals(command.justification())
                && isFor(granted, command.request())
                && (command.validUntil() == null || command.validUntil().equals(granted.validUntil()));
    }

    /** Whether it was given to this person for exactly this request. */
    private static boolean isFor(GuardOverrideGranted granted, GuardedRequest request) {
        return granted.request() != null && granted.request().fingerprint().equals(request.fingerprint());
    }

    /** Nothing happens by being judged. */
    static List<GuardEvent> judge(GuardOverride override, JudgeOverride command, Context context) {
        requireUsable(override, command, command.request(), context.today());
        return List.of();
    }

    static List<GuardEvent> use(GuardOverride override, UseOverride command, Context context) {
        requireUsable(override, command, command.request(), context.today());
        return List.of(new GuardOverrideUsed(
                command.plan(),
                command.override(),
                BusinessDate.day(context.today()),
                command.request().suspected(),
                command.request().stream()));
    }

    /**
     * Another person's override, and one for another request, is as if it were not there: so nobody can try codes until
     * one answers. Only the person it was given to, sending that request, is told what became of it.
     */
    private static void requireUsable(
            GuardOverride override, GuardOverrideCommand command, GuardedRequest request, LocalDate today) {
        GuardOverrideGranted granted = override.granted();
        if (granted == null || !isFor(granted, request)) {
            throw new Unknown(
                    "guard-override.unknown",
                    "Plan %s has no override %s for this request of yours. Check its code, or ask information governance for one."
                            .formatted(command.plan(), command.override()));
        }
        require(
                !override.used(),
                "guard-override.used",
                "Override %s has been used already, and each lets one request through. Ask information governance for another."
                        .formatted(command.override()));
        require(
                !granted.validUntil().last().isBefore(today),
                "guard-override.expired",
                "Override %s was valid until %s. Ask information governance for another."
                        .formatted(command.override(), granted.validUntil().inWords()));
    }
}
