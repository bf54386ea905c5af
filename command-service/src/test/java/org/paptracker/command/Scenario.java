package org.paptracker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;

/**
 * Given what was recorded, when somebody asks for something, then these events or this refusal. Finds the decider's
 * {@code decide} for a command by its type and hands it whatever else it declares by type.
 */
public final class Scenario<S, E> {
    public static final LocalDate TODAY = LocalDate.of(2025, 2, 28);
    public static final Actor LEAD = new Actor("lead-t1", "WORKSTREAM_LEAD", "OCC");
    public static final Actor OTHER_LEAD = new Actor("lead-t2", "WORKSTREAM_LEAD", "ICB");
    public static final Actor EXECUTIVE = new Actor("executive", "ACCOUNTABLE_EXECUTIVE", "OCC");
    public static final Actor OFFICE = new Actor("office", "PROGRAMME_OFFICE", "OCC");
    public static final Actor BOARD = new Actor("board", "BOARD", "OCC");

    private final List<Class<?>> deciders;
    private final Fold<S, E> fold;
    private final List<Recorded<E>> history = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private Actor actor = LEAD;
    private @Nullable List<?> events;
    private @Nullable RuleBroken refusal;

    public Scenario(Fold<S, E> fold, Class<?>... deciders) {
        this.fold = fold;
        this.deciders = List.of(deciders);
        arguments.add(TODAY);
    }

    /** What everyone's decisions may need, besides the state, the command, the actor and today. */
    public Scenario<S, E> under(Object argument) {
        arguments.add(argument);
        return this;
    }

    @SafeVarargs
    public final Scenario<S, E> given(E... happened) {
        return given(LEAD, happened);
    }

    @SafeVarargs
    public final Scenario<S, E> given(Actor by, E... happened) {
        for (E event : happened) {
            long sequence = history.size();
            Provenance provenance = new Provenance(by.name(), by.role(), by.organisation(), null, null);
            history.add(new Recorded<>(sequence + 1, "id", Instant.EPOCH, "stream", sequence, provenance, event));
        }
        return this;
    }

    public S state() {
        return fold.over(history);
    }

    public Scenario<S, E> when(Object command) {
        return when(LEAD, command);
    }

    public Scenario<S, E> when(Actor by, Object command) {
        actor = by;
        try {
            Method decide = deciders.stream()
                    .flatMap(decider -> Arrays.stream(decider.getDeclaredMethods()))
                    .filter(method -> method.getName().equals("decide")
                            && Arrays.asList(method.getParameterTypes()).contains(command.getClass()))
                    .findFirst()
                    .orElseThrow();
            decide.setAccessible(true);
            Object[] given = Arrays.stream(decide.getParameterTypes())
                    .map(type -> argument(type, command))
                    .toArray();
            events = (List<?>) decide.invoke(null, given);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof RuleBroken broken)) throw new AssertionError(e.getCause());
            refusal = broken;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    private Object argument(Class<?> type, Object command) {
        List<Object> known = new ArrayList<>(arguments);
        known.addAll(List.of(state(), command, actor));
        return known.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    public void then(Object... expected) {
        if (refusal != null) throw new AssertionError("Refused: " + refusal.getMessage(), refusal);
        assertThat(events).isEqualTo(List.of(expected));
    }

    public void thenNothingMore() {
        then();
    }

    /** With this code, and in full sentences that say all of {@code words}. */
    public void thenRefused(String code, String... words) {
        assertThat(refusal).as("refusal, instead of " + events).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.getMessage()).matches("[A-Z0-9-].*\\.").doesNotContain("null");
        for (String word : words) assertThat(refusal.getMessage()).contains(word);
    }
}
