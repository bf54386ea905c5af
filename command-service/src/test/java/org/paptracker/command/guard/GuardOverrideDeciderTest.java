package org.paptracker.command.guard;

import static org.paptracker.command.guard.Examples.*;
import static org.paptracker.values.guard.PersonalDataKind.POSTCODE;
import static org.paptracker.values.guard.PersonalDataKind.SMALL_COUNT;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanState;

class GuardOverrideDeciderTest {
    private static final BusinessDate YESTERDAY = BusinessDate.day(Scenario.TODAY.minusDays(1));
    private static final BusinessDate IN_31_DAYS = BusinessDate.day(Scenario.TODAY.plusDays(31));
    private static final BusinessDate IN_32_DAYS = BusinessDate.day(Scenario.TODAY.plusDays(32));

    @Nested
    class Granting {
        @Test
        void is_for_a_week_if_nothing_else_is_said() {
            given().when(grant(null, SMALL_COUNT)).then(granted());
        }

        @Test
        void can_be_for_today_only_and_for_31_days() {
            given().when(grant(TODAY, SMALL_COUNT)).then(granted(TODAY));
            given().when(grant(IN_31_DAYS, SMALL_COUNT)).then(granted(IN_31_DAYS));
        }

        @Test
        void is_refused_for_longer_and_for_a_day_that_is_over() {
            given().when(grant(IN_32_DAYS, SMALL_COUNT)).thenRefused("guard-override.validity", "31 March 2025");
            given().when(grant(YESTERDAY, SMALL_COUNT)).thenRefused("guard-override.validity");
            given().when(grant(BusinessDate.parse("2025"), SMALL_COUNT)).thenRefused("guard-override.validity");
        }

        @Test
        void the_same_again_is_no_event_even_later_and_when_it_is_used() {
            given(granted()).when(grant(null, SMALL_COUNT)).thenNothingMore();
            given(granted(), used()).when(grant(IN_A_WEEK, SMALL_COUNT)).thenNothingMore();
        }

        @Test
        void another_under_the_same_code_is_refused() {
            given(granted()).when(grant(null, SMALL_COUNT, POSTCODE)).thenRefused("guard-override.exists", "G-01");
            given(granted()).when(grant(TODAY, SMALL_COUNT)).thenRefused("guard-override.exists");
            given(granted())
                    .when(new GrantOverride(PLAN, OVERRIDE, kinds(SMALL_COUNT), ErasableText.of("Other"), null))
                    .thenRefused("guard-override.exists");
        }

        @Test
        void needs_a_plan_that_is_not_closed() {
            in((PlanState) null).when(grant(null, SMALL_COUNT)).thenRefused("plan.unknown");
            in(PlanState.CLOSED).when(grant(null, SMALL_COUNT)).thenRefused("plan.ended");
            in(PlanState.SUPERSEDED).when(grant(null, SMALL_COUNT)).then(granted());
        }
    }

    @Nested
    class Using {
        @Test
        void is_recorded_with_the_fields_and_the_stream() {
            given(granted()).when(use(COUNT)).then(used());
        }

        @Test
        void is_refused_to_the_person_who_gave_it_in_whatever_role() {
            given(granted())
                    .when(new Actor(Scenario.OFFICE.name(), "WORKSTREAM_LEAD", null), use(COUNT))
                    .thenRefused("guard-override.giver-cannot-use", "G-01");
        }

        @Test
        void is_possible_on_its_last_day() {
            given(granted(TODAY)).when(use(COUNT)).then(used());
        }

        @Test
        void is_refused_if_there_is_no_such_override() {
            given().when(use(COUNT)).thenRefused("guard-override.unknown", "oxfordshire-pap", "G-01");
        }

        @Test
        void is_refused_a_second_time() {
            given(granted(), used()).when(use(COUNT)).thenRefused("guard-override.used");
        }

        @Test
        void is_refused_after_its_last_day() {
            given(granted(YESTERDAY)).when(use(COUNT)).thenRefused("guard-override.expired", "27 February 2025");
        }

        @Test
        void is_refused_for_a_kind_that_it_does_not_name() {
            given(granted())
                    .when(use(COUNT, Examples.POSTCODE))
                    .thenRefused("guard-override.not-covering", "a full postcode");
        }
    }

    @Nested
    class Judging {
        @Test
        void records_nothing() {
            given(granted()).when(judge(COUNT)).thenNothingMore();
        }

        @Test
        void refuses_what_using_would_refuse() {
            given().when(judge(COUNT)).thenRefused("guard-override.unknown");
            given(granted(), used()).when(judge(COUNT)).thenRefused("guard-override.used");
            given(granted(YESTERDAY)).when(judge(COUNT)).thenRefused("guard-override.expired");
            given(granted()).when(judge(Examples.POSTCODE)).thenRefused("guard-override.not-covering");
        }
    }

    @Test
    void a_grant_that_names_no_day_of_its_own_is_known_again_by_its_kinds_and_words() {
        GuardOverrideGranted other =
                new GuardOverrideGranted(PLAN, OVERRIDE, TODAY, kinds(POSTCODE), JUSTIFICATION, IN_A_WEEK);
        given(other).when(grant(null, SMALL_COUNT)).thenRefused("guard-override.exists");
    }
}
