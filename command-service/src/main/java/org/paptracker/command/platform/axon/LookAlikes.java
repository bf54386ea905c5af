package org.paptracker.command.platform.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Streams;
import org.paptracker.log.LogReader;
import org.paptracker.values.LookAlike;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/**
 * Which codes there are, by what they look like: a new one that people would take for another is refused. Codes are never
 * taken away, so it is enough to read on in the log. ADR 29.
 */
@Component
class LookAlikes {
    private static final int AT_ONCE = 512;

    private final LogReader log;
    private final List<Slice<?, ?, ?>> slices;
    private final Map<String, Set<Code>> byLook = new HashMap<>();
    private long position;

    LookAlikes(LogReader log, List<Slice<?, ?, ?>> slices) {
        this.log = log;
        this.slices = slices;
    }

    /**
     * @param name as streams are named: {@code milestone:oxfordshire-pap/PA3-01.1}
     * @param stream that it belongs to
     */
    record Code(String name, String stream) {
        String look() {
            return LookAlike.ofStream(name);
        }

        /** As people write it. */
        String code() {
            return name.substring(1 + Math.max(name.indexOf(':'), name.indexOf('/')));
        }
    }

    /**
     * @param begun the stream that begins with these events; null if it is there already
     * @param access of the sender, who is told no code of what they can't see
     * @throws RuleBroken {@code code.looks-alike}
     */
    void requireUnlike(
            @Nullable String begun,
            List<? extends DomainEvent> decided,
            WriteAccess access,
            Function<String, DomainEventStream> streams) {
        Stream<Code> inside = decided.stream().flatMap(LookAlikes::inside);
        List<Code> made = Stream.concat(Stream.ofNullable(begun).map(stream -> new Code(stream, stream)), inside)
                .toList();
        if (made.isEmpty()) return;
        MadeInThisUnit before = CommandContextResolver.onceInThisUnit("codes", MadeInThisUnit.class, this::readOn);
        for (Code code : made) {
            for (Code other : like(code, before)) {
                if (!other.name.equals(code.name)) throw refusal(code, other, sees(access, other.stream, streams));
            }
        }
        before.codes.addAll(made);
    }

    /** So can everybody, if it is of a kind that hides nothing. */
    private boolean sees(WriteAccess access, String stream, Function<String, DomainEventStream> streams) {
        return slices.stream()
                .filter(slice -> stream.startsWith(Streams.prefix(slice.events())))
                .allMatch(slice -> !(state(slice, stream, streams) instanceof Belongs thing)
                        || (thing.belonging() != null && access.sees(thing.belonging())));
    }

    private static <S, E extends DomainEvent> S state(
            Slice<S, ?, E> slice, String stream, Function<String, DomainEventStream> streams) {
        return slice.rules().fold().over(NamedInPlan.history(streams, stream, slice.events()));
    }

    private static RuleBroken refusal(Code code, Code other, boolean seen) {
        return new RuleBroken(
                "code.looks-alike",
                seen
                        ? "The code %s looks like %s, which is there already. Write %s if you mean that one, or choose a code that nobody can mistake for it."
                                .formatted(code.code(), other.code(), other.code())
                        : "The code %s looks like that of an item that you cannot see. Choose another code, or ask the programme office."
                                .formatted(code.code()));
    }

    private synchronized List<Code> like(Code code, MadeInThisUnit before) {
        String look = code.look();
        List<Code> like = new ArrayList<>(byLook.getOrDefault(look, Set.of()));
        before.codes.stream().filter(other -> other.look().equals(look)).forEach(like::add);
        return like;
    }

    private synchronized MadeInThisUnit readOn() {
        for (LogReader.Begun next = log.begun(position, AT_ONCE); next.to() > position; ) {
            next.streams().forEach(stream -> put(new Code(stream, stream)));
            next.inside().stream().flatMap(LookAlikes::inside).forEach(this::put);
            position = next.to();
            next = log.begun(position, AT_ONCE);
        }
        return new MadeInThisUnit(new LinkedHashSet<>());
    }

    private void put(Code code) {
        byLook.computeIfAbsent(code.look(), look -> new LinkedHashSet<>()).add(code);
    }

    private static Stream<Code> inside(DomainEvent event) {
        if (event instanceof MilestoneAdded added) return Stream.of(milestone(event, added.plan(), added.milestone()));
        if (event instanceof ActionReceived received) {
            return received.milestones().stream()
                    .map(carried -> milestone(event, received.plan(), carried.milestone()));
        }
        return Stream.empty();
    }

    private static Code milestone(DomainEvent event, PlanId plan, MilestoneCode milestone) {
        return new Code("milestone:" + plan + "/" + milestone, event.stream());
    }

    /** What commands that are recorded together make is not in the log yet. */
    private record MadeInThisUnit(Set<Code> codes) {}
}
