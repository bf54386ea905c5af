package org.paptracker.fold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a history becomes a state: a table from event type to a pure step. Live projection, replay, as-at and difference
 * all call the same one. A step cannot refuse: it accepts all of history, for ever.
 *
 * @param <S> the state: immutable
 * @param <E> a sealed family of event records
 */
public final class Fold<S, E> {
    private final S initial;
    private final Map<Class<?>, Step<S, E>> steps;
    private final BiFunction<S, Recorded<? extends E>, S> afterEach;

    private Fold(Builder<S, E> table) {
        initial = table.initial;
        steps = Map.copyOf(table.steps);
        afterEach = table.afterEach;
    }

    /** A step that only needs what happened. */
    @FunctionalInterface
    public interface Plain<S, E> {
        S apply(S state, E event);
    }

    /** A step that also needs where, when and by whom it was recorded. */
    @FunctionalInterface
    public interface Step<S, E> {
        S apply(S state, E event, Recorded<? extends E> recorded);
    }

    public static <S, E> Builder<S, E> from(S initial, Class<E> family) {
        return new Builder<>(initial, family);
    }

    public S initial() {
        return initial;
    }

    public S step(S state, Recorded<? extends E> recorded) {
        Step<S, E> step = steps.get(recorded.event().getClass());
        if (step == null)
            throw new IllegalArgumentException(
                    "Not of this fold's family: " + recorded.event().getClass());
        return afterEach.apply(step.apply(state, recorded.event(), recorded), recorded);
    }

    /** The state after all of {@code history}, of one stream and in its order. What a later entry puts right is left out. */
    public <T extends E> S over(List<Recorded<T>> history) {
        S state = initial;
        for (Recorded<T> recorded : Corrections.standing(history)) state = step(state, recorded);
        return state;
    }

    /** Every record of a sealed family, however deep its sealed interfaces nest. */
    public static Stream<Class<?>> recordsOf(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Fold::recordsOf)
                : Stream.of(family);
    }

    /** Collects the table; {@link #exhaustive()} checks it, at class load. */
    public static final class Builder<S, E> {
        private final S initial;
        private final Class<E> family;
        private final Map<Class<?>, Step<S, E>> steps = new HashMap<>();

        private BiFunction<S, Recorded<? extends E>, S> afterEach = (state, recorded) -> state;

        private Builder(S initial, Class<E> family) {
            this.initial = initial;
            this.family = family;
        }

        public <T extends E> Builder<S, E> on(Class<T> type, Plain<S, T> step) {
            return put(type, (state, event, recorded) -> step.apply(state, type.cast(event)));
        }

        @SuppressWarnings("unchecked") // the event inside `recorded` is the one just cast
        public <T extends E> Builder<S, E> on(Class<T> type, Step<S, T> step) {
            return put(type, (state, event, recorded) -> step.apply(state, type.cast(event), (Recorded<T>) recorded));
        }

        @SafeVarargs
        public final Builder<S, E> ignore(Class<? extends E>... types) {
            for (Class<? extends E> type : types) put(type, (state, event, recorded) -> state);
            return this;
        }

        /** What every event does, whatever its type: it runs after the event's own step. */
        public Builder<S, E> after(BiFunction<S, Recorded<? extends E>, S> step) {
            afterEach = step;
            return this;
        }

        /** A row for a sealed interface is one for each of its records. */
        private Builder<S, E> put(Class<?> type, Step<S, E> step) {
            recordsOf(type).forEach(each -> {
                if (steps.put(each, step) != null)
                    throw new IllegalStateException("Two rows for " + each.getSimpleName());
            });
            return this;
        }

        /** For a fold that looks at a few events only: all others, those still to be invented too, change nothing in it. */
        public Fold<S, E> partial() {
            recordsOf(family).forEach(type -> steps.putIfAbsent(type, (state, event, recorded) -> state));
            return new Fold<>(this);
        }

        /**
         * @throws IllegalStateException if a record of the family has no row
         */
        public Fold<S, E> exhaustive() {
            Set<String> missing = recordsOf(family)
                    .filter(type -> !steps.containsKey(type))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toSet());
            if (!missing.isEmpty()) throw new IllegalStateException("No row for " + missing);
            return new Fold<>(this);
        }
    }
}
