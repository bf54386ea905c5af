package org.paptracker.query.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Lead;
import org.paptracker.values.plan.OrganisationCode;

class DetailsTest {
    private static final Lead HEAD = new Lead("Head", null);
    private static final Lead OFFICER = new Lead("Officer", new OrganisationCode("ICB"));

    private static Details ledBy(Lead... leads) {
        return Details.of(
                ActionDetails.titled("Clear the backlog").leads(List.of(leads)).build());
    }

    @Test
    void tell_one_lead_of_whom_only_the_role_is_known_as_they_always_did() {
        assertThat(ledBy(HEAD).leadRole()).isEqualTo("Head");
        assertThat(ledBy(HEAD).leads()).isNull();
        assertThat(ledBy().leadRole()).isNull();
        assertThat(ledBy().leads()).isNull();
    }

    @Test
    void tell_all_leads_where_that_says_more() {
        assertThat(ledBy(OFFICER).leadRole()).isEqualTo("Officer");
        assertThat(ledBy(OFFICER).leads()).containsExactly(OFFICER);
        assertThat(ledBy(HEAD, OFFICER).leads()).containsExactly(HEAD, OFFICER);
    }

    @Test
    void are_found_by_the_role_of_any_lead() {
        assertThat(ledBy(HEAD, OFFICER).isLedBy("Head")).isTrue();
        assertThat(ledBy(HEAD, OFFICER).isLedBy("Officer")).isTrue();
        assertThat(ledBy(HEAD).isLedBy("Officer")).isFalse();
        assertThat(ledBy().isLedBy("Head")).isFalse();
    }
}
