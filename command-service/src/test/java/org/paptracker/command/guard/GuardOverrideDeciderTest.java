package org.paptracker.command.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.paptracker.command.Scenario.EXECUTIVE;
import static org.paptracker.command.guard.Examples.*;
import static org.paptracker.values.guard.PersonalDataKind.POSTCODE;
import static org.paptracker.values.guard.PersonalDataKind.SMALL_COUNT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
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
                    .when(new GrantOverride(PLAN, OVERRIDE, kinds(SMALL_COUNT), ErasableText.of("Other"), null, ASKED))
                    .thenRefused("guard-override.exists");
        }

        @Test
        void is_refused_to_the_person_whose_request_it_is() {
            given().when(EXECUTIVE, grant(null, SMALL_COUNT)).thenRefused("guard-override.own-request");
        }

        @Test
        void is_refused_unless_it_names_every_kind_that_the_request_seems_to_hold() {
            given().when(grant(null, POSTCODE)).thenRefused("guard-override.not-covering", "a count below five");
        }

        @Test
        void for_another_request_under_the_same_code_is_refused() {
            given(granted())
                    .when(new GrantOverride(PLAN, OVERRIDE, kinds(SMALL_COUNT), JUSTIFICATION, null, OTHER))
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
            given(granted()).when(use(ASKED)).then(used());
        }

        @Test
        void is_possible_on_its_last_day() {
            given(granted(TODAY)).when(use(ASKED)).then(used());
        }

        @Test
        void is_refused_if_there_is_no_such_override() {
            given().when(use(ASKED)).thenRefused("guard-override.unknown", "oxfordshire-pap", "G-01");
        }

        @Test
        void is_refused_a_second_time() {
            given(granted(), used()).when(use(ASKED)).thenRefused("guard-override.used");
        }

        @Test
        void is_refused_after_its_last_day() {
            given(granted(YESTERDAY)).when(use(ASKED)).thenRefused("guard-override.expired", "27 February 2025");
        }

        @Test
        void is_refused_for_another_request_as_if_there_were_none() {
            assertThat(refusal(granted(), OTHER)).isEqualTo(refusal(null, OTHER));
            given(granted()).when(use(OTHER)).thenRefused("guard-override.unknown");
        }

        @Test
        void is_refused_to_anyone_else_alike_whatever_became_of_it() {
            assertThat(refusal(granted(YESTERDAY), OTHER)).isEqualTo(refusal(null, OTHER));
            given(granted(), used()).when(use(OTHER)).thenRefused("guard-override.unknown");
        }

        @Test
        void of_one_that_is_bound_to_nothing_is_refused_as_if_there_were_none() {
            given(granted(IN_A_WEEK, null)).when(use(ASKED)).thenRefused("guard-override.unknown");
        }

        private String refusal(@Nullable GuardOverrideGranted granted, GuardedRequest request) {
            GuardOverride override =
                    granted == null ? given().state() : given(granted).state();
            return assertThrowsExactly(
                            Unknown.class,
                            () -> GuardOverrideDecider.use(override, use(request), GivenContext.on(Scenario.TODAY)))
                    .getMessage();
        }
    }

    @Nested
    class Judging {
        @Test
        void records_nothing() {
            given(granted()).when(judge(ASKED)).thenNothingMore();
        }

        @Test
        void refuses_what_using_would_refuse() {
            given().when(judge(ASKED)).thenRefused("guard-override.unknown");
            given(granted(), used()).when(judge(ASKED)).thenRefused("guard-override.used");
            given(granted(YESTERDAY)).when(judge(ASKED)).thenRefused("guard-override.expired");
            given(granted()).when(judge(OTHER)).thenRefused("guard-override.unknown");
        }
    }

    @Test
    void a_grant_that_names_no_day_of_its_own_is_known_again_by_its_kinds_and_words() {
        GuardOverrideGranted other = new GuardOverrideGranted(
                PLAN,
                OVERRIDE,
                TODAY,
                kinds(POSTCODE),
                JUSTIFICATION,
                IN_A_WEEK,
                granted().request());
        given(other).when(grant(null, SMALL_COUNT)).thenRefused("guard-override.exists");
    }
}
