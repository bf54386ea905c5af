package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.log.EventSerializer;
import org.paptracker.platform.security.Role;
import org.paptracker.values.action.MilestoneCode;

/** The whole table, walked: each first step with each second one, in each two roles, with every event as approved. */
class TwoPeopleTest {
    private static final List<DomainEvent> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void readWhatIsApproved() throws IOException {
        EventSerializer serializer = new EventSerializer();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 3);
                Class<?> type = EventNames.type(parts[0]);
                if (type == null || !EventNames.revision(type).equals(parts[1])) continue;
                SAMPLES.add(serializer.deserialize(new SimpleSerializedObject<>(
                        parts[2], String.class, new SimpleSerializedType(parts[0], parts[1]))));
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("../shared-events/src/test/resources/approved"))) {
            return files.sorted().toList();
        }
    }

    private static List<DomainEvent> samples(Predicate<DomainEvent> wanted) {
        List<DomainEvent> found = SAMPLES.stream().filter(wanted).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static DomainEvent sample(Class<? extends DomainEvent> type) {
        return samples(type::isInstance).get(0);
    }

    private static Recorded<DomainEvent> by(String person, @Nullable Role role, DomainEvent event) {
        Provenance provenance = new Provenance(person, role == null ? null : role.name(), null, null, null);
        return new Recorded<>(1, "id", Instant.EPOCH, event.stream(), 0, provenance, event);
    }

    private static Actor actor(String person, Role role) {
        return new Actor(person, role.name(), null);
    }

    private static void assertRefused(TwoPeople pair, StepsTaken taken, DomainEvent next, Actor actor) {
        assertThatThrownBy(() -> taken.requireAnother(List.of(next), actor))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.getMessage())
                            .matches("You .*somebody else.*\\.|You .*Ask .*\\.")
                            .doesNotContain("%");
                    // The same two steps may be of more than one pair.
                    assertThat(codesOf(next)).contains(pair.code(), broken.code());
                });
    }

    private static List<String> codesOf(DomainEvent next) {
        return List.of(TwoPeople.values()).stream()
                .filter(pair -> pair.endsWith(next))
                .map(TwoPeople::code)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void one_person_never_takes_both_steps_whatever_their_roles_and_another_person_takes_the_second(TwoPeople pair) {
        int refused = 0;
        for (Class<? extends DomainEvent> firstType : pair.firstSteps()) {
            for (Class<? extends DomainEvent> nextType : pair.secondSteps()) {
                DomainEvent first = sample(firstType);
                DomainEvent next = samples(event -> nextType.isInstance(event) && pair.endsWith(event))
                        .get(0);
                for (Role then : Role.values()) {
                    for (Role now : Role.values()) {
                        Recorded<DomainEvent> step = by("kim", then, first);
                        if (!pair.beginsWith(step)) continue;
                        StepsTaken taken = StepsTaken.NONE.with(step);
                        assertRefused(pair, taken, next, actor("kim", now));
                        assertThatCode(() -> taken.requireAnother(List.of(next), actor("sam", now)))
                                .doesNotThrowAnyException();
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(Role.values().length * (Role.values().length - 1));
    }

    @ParameterizedTest
    @EnumSource
    void anothers_step_after_it_hides_nobody(TwoPeople pair) {
        for (Class<? extends DomainEvent> firstType : pair.firstSteps()) {
            DomainEvent next = samples(pair::endsWith).get(0);
            Recorded<DomainEvent> mine = by("kim", null, sample(firstType));
            StepsTaken taken = StepsTaken.NONE.with(mine);
            for (Class<? extends DomainEvent> later : pair.firstSteps()) {
                taken = taken.with(by("lee", Role.PROGRAMME_OFFICE, sample(later)));
            }
            assertRefused(pair, taken, next, actor("kim", Role.BOARD));
            assertRefused(pair, taken, next, actor("lee", Role.BOARD));
        }
    }

    @Test
    void a_step_on_one_milestone_is_none_on_another_of_the_same_action() {
        CompletionClaimed claim = (CompletionClaimed) sample(CompletionClaimed.class);
        StepsTaken taken = StepsTaken.NONE.with(by("kim", Role.WORKSTREAM_LEAD, claim));
        CompletionVerified other = new CompletionVerified(
                claim.plan(), claim.action(), new MilestoneCode("OTHER-1"), claim.effectiveOn(), null);
        assertThatCode(() -> taken.requireAnother(List.of(other), actor("kim", Role.BOARD)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_risk_that_the_board_has_given_back_is_closed_by_anybody_again() {
        StepsTaken escalated = StepsTaken.NONE.with(by("kim", Role.PROGRAMME_OFFICE, sample(RiskEscalated.class)));
        StepsTaken returned = escalated.with(by("sam", Role.BOARD, sample(RiskReturned.class)));
        DomainEvent closed = sample(RiskClosed.class);
        assertRefused(TwoPeople.ESCALATE_AND_RETURN_RISK, escalated, closed, actor("kim", Role.BOARD));
        assertThatCode(() -> returned.requireAnother(List.of(closed), actor("kim", Role.PROGRAMME_OFFICE)))
                .doesNotThrowAnyException();
    }

    @Test
    void both_steps_of_a_pair_are_of_one_family_so_one_stream_knows_them() {
        for (TwoPeople pair : TwoPeople.values()) {
            assertThat(pair.firstSteps())
                    .allSatisfy(first -> assertThat(pair.secondSteps())
                            .allSatisfy(
                                    next -> assertThat(sample(first).stream().split(":", 2)[0])
                                            .isEqualTo(sample(next).stream().split(":", 2)[0])));
        }
    }
}
