package org.paptracker.command.guard;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.guard.GuardOverrideCommand.JudgeOverride;
import org.paptracker.command.guard.GuardOverrideCommand.UseOverride;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;

/** One override, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final OverrideCode OVERRIDE = new OverrideCode("G-01");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final BusinessDate IN_A_WEEK = BusinessDate.day(Scenario.TODAY.plusDays(7));
    static final ErasableText JUSTIFICATION = ErasableText.of("The figure is published");
    static final String STREAM = "evidence:oxfordshire-pap/E-1";
    static final Suspected COUNT = new Suspected("summary", PersonalDataKind.SMALL_COUNT);

    static final GuardedRequest ASKED = asked("executive", "ab12", COUNT);
    static final GuardedRequest OTHER = asked("lead-t2", "cd34", COUNT);

    private Examples() {}

    static Scenario<GuardOverride, GuardOverrideCommand, GuardEvent> given(GuardEvent... events) {
        return in(PlanState.PUBLISHED, events);
    }

    static Scenario<GuardOverride, GuardOverrideCommand, GuardEvent> in(PlanState state, GuardEvent... events) {
        PlanTerms plan = new PlanTerms(state, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        return new Scenario<>(GuardOverrideDecider.RULES).under(plan).given(Scenario.OFFICE, events);
    }

    static SortedSet<PersonalDataKind> kinds(PersonalDataKind... kinds) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(kinds)));
    }

    static GrantOverride grant(BusinessDate validUntil, PersonalDataKind... kinds) {
        return new GrantOverride(PLAN, OVERRIDE, kinds(kinds), JUSTIFICATION, validUntil, ASKED);
    }

    static GuardedRequest asked(String person, String fingerprint, Suspected... suspected) {
        return new GuardedRequest(person, "SubmitEvidence", STREAM, List.of(suspected), fingerprint);
    }

    static JudgeOverride judge(GuardedRequest request) {
        return new JudgeOverride(PLAN, OVERRIDE, request);
    }

    static UseOverride use(GuardedRequest request) {
        return new UseOverride(PLAN, OVERRIDE, request);
    }

    static GuardOverrideGranted granted() {
        return granted(IN_A_WEEK);
    }

    static GuardOverrideGranted granted(BusinessDate validUntil) {
        return granted(validUntil, ASKED);
    }

    static GuardOverrideGranted granted(BusinessDate validUntil, @Nullable GuardedRequest request) {
        return new GuardOverrideGranted(
                PLAN, OVERRIDE, TODAY, kinds(PersonalDataKind.SMALL_COUNT), JUSTIFICATION, validUntil, request);
    }

    static GuardOverrideUsed used() {
        return new GuardOverrideUsed(PLAN, OVERRIDE, TODAY, List.of(COUNT), STREAM);
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(
                GuardOverrideAggregate.class,
                new PlanTerms(PlanState.PUBLISHED, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
        return Stream.of(
                told.given().when(grant(null, PersonalDataKind.SMALL_COUNT)).records(0, granted()),
                told.given(granted()).when(judge(ASKED)).records(0),
                told.given(granted()).when(use(ASKED)).records(1, used()),
                told.given(granted(), used()).when(use(ASKED)).isRefused("guard-override.used"));
    }
}
