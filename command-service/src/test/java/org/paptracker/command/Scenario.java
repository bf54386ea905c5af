package org.paptracker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.StepsTaken;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.values.evidence.EvidenceId;

/** Given what was recorded, when somebody asks for something, then these events or this refusal, as a shell would say. */
public final class Scenario<S, C, E extends DomainEvent> {
    public static final LocalDate TODAY = LocalDate.of(2025, 2, 28);
    public static final Actor LEAD = new Actor("lead-t1", "WORKSTREAM_LEAD", "OCC");
    public static final Actor OTHER_LEAD = new Actor("lead-t2", "WORKSTREAM_LEAD", "ICB");
    public static final Actor EXECUTIVE = new Actor("executive", "ACCOUNTABLE_EXECUTIVE", "OCC");
    public static final Actor OFFICE = new Actor("office", "PROGRAMME_OFFICE", "OCC");
    public static final Actor BOARD = new Actor("board", "BOARD", "OCC");

    private final Decider<S, C, E> decider;
    private final List<Recorded<E>> history = new ArrayList<>();
    private GivenContext context = GivenContext.on(TODAY);
    private @Nullable List<E> events;
    private @Nullable RuleBroken refusal;

    public Scenario(Decider<S, C, E> decider) {
        this.decider = decider;
    }

    public Scenario<S, C, E> under(PlanTerms plan) {
        context = context.in(plan);
        return this;
    }

    public Scenario<S, C, E> with(Places places) {
        context = context.with(places);
        return this;
    }

    public Scenario<S, C, E> withdrawn(Set<EvidenceId> evidence) {
        context = context.without(evidence);
        return this;
    }

    @SafeVarargs
    public final Scenario<S, C, E> given(E... happened) {
        return given(LEAD, happened);
    }

    @SafeVarargs
    public final Scenario<S, C, E> given(Actor by, E... happened) {
        for (E event : happened) history.add(recorded(by, history.size(), event));
        return this;
    }

    private static <E extends DomainEvent> Recorded<E> recorded(Actor by, long sequence, E event) {
        Provenance provenance = new Provenance(by.name(), by.role(), by.organisation(), null, null);
        return new Recorded<>(
                sequence + 1,
                "id",
                TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC),
                "stream",
                sequence,
                provenance,
                event);
    }

    private StepsTaken stepsTaken() {
        StepsTaken taken = StepsTaken.NONE;
        for (Recorded<E> recorded : history) taken = taken.with(recorded);
        return taken;
    }

    public S state() {
        return decider.fold().over(history);
    }

    /** The state after events that somebody recorded. */
    @SafeVarargs
    public static <S, E extends DomainEvent> S after(Fold<S, E> fold, E... happened) {
        List<Recorded<E>> history = new ArrayList<>();
        for (E event : happened) history.add(recorded(LEAD, history.size(), event));
        return fold.over(history);
    }

    public Scenario<S, C, E> when(C command) {
        return when(LEAD, command);
    }

    public Scenario<S, C, E> when(Actor by, C command) {
        try {
            List<E> decided = decider.decide(state(), command, context.by(by));
            stepsTaken().requireAnother(decided, by);
            events = decided;
        } catch (RuleBroken broken) {
            refusal = broken;
        }
        return this;
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
