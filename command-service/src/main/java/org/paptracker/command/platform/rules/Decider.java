package org.paptracker.command.platform.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.paptracker.fold.Fold;

/**
 * What is decided when somebody asks for something: a table from command type to a pure rule, beside the fold that makes
 * the state which the rules look at.
 *
 * @param <S> the state: immutable
 * @param <C> a sealed family of command records
 * @param <E> a sealed family of event records
 */
public final class Decider<S, C, E> {
    private final Fold<S, E> fold;
    private final Map<Class<?>, Rule<S, C, E>> rules;

    private Decider(Builder<S, C, E> table) {
        fold = table.fold;
        rules = Map.copyOf(table.rules);
    }

    /** A rule that only looks at what there is and at what is asked. */
    @FunctionalInterface
    public interface Plain<S, C, E> {
        List<E> decide(S state, C command);
    }

    /** Answers with what happens, or with nothing if it is so already. */
    @FunctionalInterface
    public interface Rule<S, C, E> {
        /** @throws RuleBroken if it is not allowed */
        List<E> decide(S state, C command, Context context);
    }

    public static <S, C, E> Builder<S, C, E> of(Fold<S, E> fold, Class<C> family) {
        return new Builder<>(fold, family);
    }

    /** How what happened becomes the state that the rules look at. */
    public Fold<S, E> fold() {
        return fold;
    }

    /** @throws RuleBroken as the command's rule says */
    public List<E> decide(S state, C command, Context context) {
        Rule<S, C, E> rule = rules.get(command.getClass());
        if (rule == null) throw new IllegalArgumentException("Not of this decider's family: " + command.getClass());
        return rule.decide(state, command, context);
    }

    /** Collects the table; {@link #exhaustive()} checks it, at class load. */
    public static final class Builder<S, C, E> {
        private final Fold<S, E> fold;
        private final Class<C> family;
        private final Map<Class<?>, Rule<S, C, E>> rules = new HashMap<>();

        private Builder(Fold<S, E> fold, Class<C> family) {
            this.fold = fold;
            this.family = family;
        }

        public <T extends C> Builder<S, C, E> on(Class<T> type, Plain<S, T, E> rule) {
            return on(type, (state, command, context) -> rule.decide(state, command));
        }

        public <T extends C> Builder<S, C, E> on(Class<T> type, Rule<S, T, E> rule) {
            Rule<S, C, E> row = (state, command, context) -> rule.decide(state, type.cast(command), context);
            if (rules.put(type, row) != null) throw new IllegalStateException("Two rows for " + type.getSimpleName());
            return this;
        }

        /** Rows that stand beside their rules, in another class. */
        public Builder<S, C, E> with(UnaryOperator<Builder<S, C, E>> rows) {
            return rows.apply(this);
        }

        /**
         * @throws IllegalStateException if a record of the family has no row
         */
        public Decider<S, C, E> exhaustive() {
            Set<String> missing = Fold.recordsOf(family)
                    .filter(type -> !rules.containsKey(type))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toSet());
            if (!missing.isEmpty()) throw new IllegalStateException("No row for " + missing);
            return new Decider<>(this);
        }
    }
}
