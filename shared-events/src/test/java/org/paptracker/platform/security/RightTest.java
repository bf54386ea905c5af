package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightTest {
    private static Set<Right> of(Role role) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values()).filter(right -> right.isOf(role)).forEach(rights::add);
        return rights;
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void says_what_it_is_to_people_who_do_not_have_it(Right right) {
        assertThat(right.inWords()).matches("[a-z].*[a-zA-Z]");
        assertThat(new Forbidden(right).getMessage())
                .contains(right.isOf(Role.ANONYMOUS) ? " cannot " : " may ", right.inWords())
                .matches("[A-Z].*[^.]\\.");
    }

    @Test
    void names_who_may_instead() {
        assertThat(new Forbidden(Right.VERIFY_COMPLETION))
                .hasMessage("Only the board may verify that a milestone is complete, reject the claim or reopen it."
                        + " Please ask the board.");
        assertThat(new Forbidden(Right.PROPOSE_REBASELINE))
                .hasMessage("Only accountable executives and the programme office may propose a new agreed date."
                        + " Please ask one of them.");
    }

    @Test
    void nobody_reads_and_does_nothing_else() {
        assertThat(of(Role.ANONYMOUS)).containsExactly(Right.READ);
        assertThat(new Forbidden(Right.READ))
                .hasMessage("Your account cannot read plans. Please sign in with another account.");
    }

    @Test
    void the_metrics_role_does_nothing_else() {
        assertThat(of(Role.METRICS)).containsExactly(Right.SCRAPE);
    }

    @Test
    void a_reviewer_reads_exports_verifies_finds_and_challenges() {
        assertThat(of(Role.REVIEWER))
                .containsExactlyInAnyOrder(
                        Right.READ,
                        Right.CHECK_LEDGER,
                        Right.VERIFY_LEDGER,
                        Right.EXPORT_HISTORY,
                        Right.READ_REDACTIONS,
                        Right.READ_OPERATIONS,
                        Right.RECORD_FINDINGS,
                        Right.CHALLENGE_EVIDENCE);
    }

    @Test
    void what_one_asks_for_another_grants() {
        assertThat(Role.values()).allSatisfy(role -> {
            assertThat(Right.PROPOSE_REBASELINE.isOf(role) && Right.DECIDE_REBASELINE.isOf(role))
                    .as("proposes and decides: %s", role)
                    .isFalse();
            assertThat(Right.RECORD_PROGRESS.isOf(role) && Right.VERIFY_COMPLETION.isOf(role))
                    .as("claims and verifies: %s", role)
                    .isFalse();
            assertThat(Right.CHALLENGE_EVIDENCE.isOf(role) && Right.DECIDE_CHALLENGE.isOf(role))
                    .as("challenges and decides: %s", role)
                    .isFalse();
        });
    }

    @Test
    void information_governance_alone_redacts_and_overrides() {
        for (Right right : Set.of(Right.REDACT, Right.OVERRIDE_GUARD)) {
            assertThat(right.whose()).isEqualTo("information governance");
        }
    }
}
