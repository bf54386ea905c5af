package org.paptracker.command.voice;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.SubjectType;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceState;

/** The rules of a voice. What is so already is never refused and never recorded twice. */
final class VoiceDecider {
    private static final Set<SubjectType> MAY_CONCERN = Set.of(SubjectType.ACTION, SubjectType.MILESTONE);

    static final Decider<Voice, VoiceCommand, VoiceEvent> RULES = Decider.of(Voice.FOLD, VoiceCommand.class)
            .on(HearVoice.class, VoiceDecider::hear)
            .on(RespondToVoice.class, VoiceDecider::respond)
            .on(CloseVoice.class, VoiceDecider::close)
            .exhaustive();

    private VoiceDecider() {}

    /** Of what it speaks of, unless it is the caller's own words; and of what else it is to speak of from now on. */
    static void requireOwn(Voice voice, VoiceCommand command, WriteAccess access) {
        VoiceDetails before = voice.details();
        if (before != null && !access.isBy(voice.author())) access.requireVoice(before.themes(), before.areas());
        if (command instanceof HearVoice hear && !speaksOfTheSame(before, hear.details()))
            access.requireVoice(hear.details().themes(), hear.details().areas());
    }

    private static boolean speaksOfTheSame(@Nullable VoiceDetails before, VoiceDetails after) {
        return before != null
                && before.themes().equals(after.themes())
                && before.areas().equals(after.areas());
    }

    static @Nullable Words words(Voice voice, VoiceCommand command) {
        if (!(command instanceof HearVoice hear) || hear.details().equals(voice.details())) return null;
        return new Words(
                "Voice " + command.voice(), voice.author(), hear.details().visibility(), hear.reason() != null);
    }

    static List<VoiceEvent> hear(Voice voice, HearVoice command, Context context) {
        context.plan().requireKnown(command.plan());
        VoiceDetails details = command.details();
        if (details.equals(voice.details())) return List.of();
        requireRunning(voice, command, context);
        require(
                voice.state() == VoiceState.HEARD,
                "voice.already-responded",
                "Somebody has responded to voice %s, so what was said stays as it is. Record what else was said as another voice."
                        .formatted(command.voice()));
        requireTerms("voice", "area", details.areas(), context.plan().areas());
        requireTerms("voice", "theme", details.themes(), context.plan().themes());
        require(
                details.concerns().stream().allMatch(subject -> MAY_CONCERN.contains(subject.type())),
                "voice.concerns-wrong-type",
                "Voice %s can speak of actions and milestones only. Name areas and themes in the fields of their own."
                        .formatted(command.voice()));
        effective(details.heardOn(), context.today());
        return List.of(
                voice.details() == null
                        ? new VoiceHeard(command.plan(), command.voice(), details)
                        : new VoiceAmended(command.plan(), command.voice(), details, command.reason()));
    }

    static List<VoiceEvent> respond(Voice voice, RespondToVoice command, Context context) {
        VoiceDetails details = requireKnown(voice, command, context);
        if (voice.responses().stream().anyMatch(earlier -> isSame(earlier, command))) return List.of();
        requireRunning(voice, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.heardOn(), context.today());
        return List.of(new VoiceResponded(command.plan(), command.voice(), on, command.weDid(), command.actions()));
    }

    /** The same words; on which day they were said does not matter. */
    private static boolean isSame(VoiceResponded earlier, RespondToVoice command) {
        return earlier.weDid().equals(command.weDid()) && earlier.actions().equals(command.actions());
    }

    static List<VoiceEvent> close(Voice voice, CloseVoice command, Context context) {
        VoiceDetails details = requireKnown(voice, command, context);
        if (isClosedSo(voice, command)) return List.of();
        requireRunning(voice, command, context);
        require(
                voice.state() == VoiceState.RESPONDED,
                "voice.not-responded",
                "Nobody has responded to voice %s yet, so it cannot be closed. Say first what was done."
                        .formatted(command.voice()));
        BusinessDate on = effective(command.effectiveOn(), details.heardOn(), context.today());
        return List.of(new VoiceClosed(command.plan(), command.voice(), on, command.outcome(), command.agreedBy()));
    }

    private static boolean isClosedSo(Voice voice, CloseVoice command) {
        VoiceClosed closure = voice.closure();
        return closure != null
                && closure.outcome().equals(command.outcome())
                && Objects.equals(closure.agreedBy(), command.agreedBy());
    }

    private static VoiceDetails requireKnown(Voice voice, VoiceCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        VoiceDetails details = voice.details();
        if (details == null) {
            throw new Unknown(
                    "voice.unknown",
                    "Plan %s has no voice %s. Check its id, or record what was said first."
                            .formatted(command.plan(), command.voice()));
        }
        return details;
    }

    private static void requireRunning(Voice voice, VoiceCommand command, Context context) {
        context.plan().requireRunning(command.plan());
        require(
                voice.state() != VoiceState.CLOSED,
                "voice.ended",
                "Voice %s has been closed, so nothing more can be recorded on it. It can still be read."
                        .formatted(command.voice()));
    }
}
