package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

class PlanLineTest {
    private static PlanId[] plans(String... codes) {
        return Arrays.stream(codes).map(PlanId::new).toArray(PlanId[]::new);
    }

    private static Set<PlanId> line(String plan, Map<String, List<String>> predecessors) {
        return PlanLine.of(
                new PlanId(plan),
                one -> List.of(
                        plans(predecessors.getOrDefault(one.value(), List.of()).toArray(String[]::new))));
    }

    @Test
    void leads_back_to_all_plans_whose_place_was_taken_one_after_another() {
        Map<String, List<String>> before = Map.of("c", List.of("b", "x"), "b", List.of("a"));
        assertThat(line("c", before)).containsExactlyInAnyOrder(plans("a", "b", "c", "x"));
        assertThat(line("b", before)).containsExactlyInAnyOrder(plans("a", "b"));
        assertThat(line("a", before)).containsExactly(plans("a"));
    }

    @Test
    void ends_even_if_plans_follow_each_other_in_a_ring() {
        assertThat(line("a", Map.of("a", List.of("b"), "b", List.of("a")))).containsExactlyInAnyOrder(plans("a", "b"));
    }

    @Test
    void a_lead_sees_restricted_work_of_the_own_theme_in_the_own_plan_and_its_successors_only() {
        OwnWork own = OwnWork.of(List.of("first/T1"), Set.of());
        Scope scope = Scope.of(new Caller("lead", Role.WORKSTREAM_LEAD, "OCC", own));
        Map<String, List<String>> before = Map.of("second", List.of("first"));
        for (String plan : List.of("first", "second")) {
            assertThat(scope.sees(
                            Visibility.RESTRICTED, () -> line(plan, before), Set.of(new ThemeCode("T1")), Set.of()))
                    .isTrue();
            assertThat(scope.sees(
                            Visibility.RESTRICTED, () -> line(plan, before), Set.of(new ThemeCode("T2")), Set.of()))
                    .isFalse();
        }
        assertThat(scope.sees(
                        Visibility.RESTRICTED, () -> line("other", before), Set.of(new ThemeCode("T1")), Set.of()))
                .isFalse();
    }
}
