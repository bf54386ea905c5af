package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.values.plan.PlanId;

class ClaimsTest {
    private static Caller caller(Object... claims) {
        Map<String, Object> all = new HashMap<>(Map.of("sub", "0b7c"));
        for (int i = 0; i < claims.length; i += 2) all.put((String) claims[i], claims[i + 1]);
        return Claims.caller(all, List.of("home"));
    }

    private static OwnWork own(String... themes) {
        return OwnWork.of(List.of(themes), Set.of(new PlanId("home")));
    }

    private static void refused(int status, String code, Object... claims) {
        assertThatThrownBy(() -> caller(claims)).isInstanceOfSatisfying(NotLetIn.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            assertThat(refusal.problem().code()).isEqualTo(code);
        });
    }

    @Test
    void become_a_caller() {
        assertThat(caller(
                        "preferred_username",
                        "l.lead",
                        "roles",
                        List.of("offline_access", "WORKSTREAM_LEAD"),
                        "organisation",
                        "BOB-ICB",
                        "themes",
                        List.of("T3", "T4")))
                .isEqualTo(new Caller("0b7c", "l.lead", Role.WORKSTREAM_LEAD, "BOB-ICB", own("T3", "T4")));
    }

    @Test
    void may_hold_one_text_instead_of_a_list() {
        assertThat(caller("roles", "BOARD", "themes", "T1")).isEqualTo(new Caller("0b7c", Role.BOARD, null, own("T1")));
    }

    @Test
    void say_of_themes_and_organisation_in_which_plans_they_hold() {
        Set<PlanId> first = Set.of(new PlanId("first"));
        Set<PlanId> home = Set.of(new PlanId("home"));
        OwnWork said = caller("organisation", "OCC", "plans", List.of("first"), "themes", List.of("T1", "second/T2"))
                .own();
        assertThat(said.themesIn(first)).containsExactly("T1");
        assertThat(said.themesIn(Set.of(new PlanId("second")))).containsExactly("T2");
        assertThat(said.themesIn(home)).isEmpty();
        assertThat(said.hasOrganisationIn(first)).isTrue();
        assertThat(said.hasOrganisationIn(home)).isFalse();
        OwnWork none = caller("organisation", "OCC", "plans", List.of(), "themes", List.of("T1"))
                .own();
        assertThat(none).isEqualTo(OwnWork.NONE);
        OwnWork old = caller("organisation", "OCC", "themes", List.of("T1")).own();
        assertThat(old.themesIn(home)).containsExactly("T1");
        assertThat(old.themesIn(first)).isEmpty();
        assertThat(old.hasOrganisationIn(first)).isFalse();
    }

    @Test
    void without_one_of_our_roles_make_nobody_with_a_name() {
        assertThat(caller("roles", List.of("NOBODY", "board", "admin")).role()).isEqualTo(Role.ANONYMOUS);
        assertThat(caller().name()).isEqualTo("0b7c");
    }

    @Test
    void with_several_of_our_roles_are_refused_but_the_same_one_twice_is_one() {
        refused(403, "request.several-roles", "roles", List.of("BOARD", "x", "REVIEWER"));
        assertThat(caller("roles", List.of("BOARD", "BOARD")).role()).isEqualTo(Role.BOARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a\nb",
                "a\u0000b",
                "a\u200bb",
                "a\u202eb",
                "a\u2028b",
                "\ud800",
                "\ue000",
                "\ufeffa"
            })
    void with_a_name_that_shows_as_another_are_refused(String name) {
        refused(401, "request.unusable-claims", "preferred_username", name);
        refused(401, "request.unusable-claims", "sub", name);
    }

    @Test
    void with_a_name_that_is_too_long_are_refused() {
        assertThat(caller("preferred_username", "x".repeat(200)).name()).hasSize(200);
        refused(401, "request.unusable-claims", "preferred_username", "x".repeat(201));
        assertThat(caller("preferred_username", "l.lead", "sub", "x".repeat(255))
                        .subject())
                .hasSize(255);
        refused(401, "request.unusable-claims", "sub", "x".repeat(256));
    }

    @Test
    void spell_a_name_in_one_way() {
        assertThat(caller("preferred_username", "Zoe\u0308")).isEqualTo(caller("preferred_username", "Zo\u00eb"));
    }

    @Test
    void of_another_shape_are_refused() {
        refused(401, "request.unusable-claims", "preferred_username", 7);
        refused(401, "request.unusable-claims", "sub", null);
        refused(401, "request.unusable-claims", "preferred_username", "l.lead", "sub", null);
        refused(401, "request.unusable-claims", "roles", 7);
        refused(401, "request.unusable-claims", "roles", List.of("BOARD", 7));
        refused(401, "request.unusable-claims", "roles", Map.of("BOARD", true));
        refused(401, "request.unusable-claims", "roles", Arrays.asList("BOARD", null));
        refused(401, "request.unusable-claims", "themes", List.of("T1", "T 2"));
        refused(401, "request.unusable-claims", "themes", List.of("../T2"));
        refused(401, "request.unusable-claims", "themes", List.of("plan/"));
        refused(401, "request.unusable-claims", "themes", List.of("/T2"));
        refused(401, "request.unusable-claims", "themes", List.of("plan/more/T2"));
        refused(401, "request.unusable-claims", "plans", List.of("Plan"));
        refused(401, "request.unusable-claims", "plans", List.of("*"));
        refused(401, "request.unusable-claims", "organisation", "");
        refused(401, "request.unusable-claims", "organisation", "x".repeat(65));
        refused(401, "request.unusable-claims", "organisation", List.of("OCC"));
    }
}
