package org.paptracker.command.platform.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;

/**
 * What the platform has to know of a slice.
 *
 * @param events the family that it records
 * @param rules what it decides
 * @param whose refuses a lead or an executive what is not their own to do
 * @param said whose words a command touches
 * @param codes that stand in its paths
 * @param <S> the state
 * @param <C> the family of commands
 * @param <E> the family of events
 */
public record Slice<S, C, E extends DomainEvent>(
        Class<E> events, Decider<S, C, E> rules, Whose<S, C> whose, Said<S, C> said, List<PathCode<?>> codes) {

    /** A slice whose things are nobody's in particular: it has nothing for leads and executives. */
    public static <S, C, E extends DomainEvent> Slice<S, C, E> of(
            Class<E> events, Decider<S, C, E> rules, PathCode<?>... codes) {
        return new Slice<>(
                events,
                rules,
                (state, command, access) -> access.requireWholePlan(),
                (state, command) -> null,
                List.of(codes));
    }

    public Slice<S, C, E> ownedAs(Whose<S, C> owners) {
        return new Slice<>(events, rules, owners, said, codes);
    }

    public Slice<S, C, E> saidAs(Said<S, C> words) {
        return new Slice<>(events, rules, whose, words, codes);
    }

    /** Whose words a command touches; what is so already touches none. */
    @FunctionalInterface
    public interface Said<S, C> {
        @Nullable
        Words words(S state, C command);
    }

    /** Whose work a command is. */
    @FunctionalInterface
    public interface Whose<S, C> {
        /** @throws NotYours if it is other people's */
        void requireOwn(S state, C command, WriteAccess access);
    }
}
