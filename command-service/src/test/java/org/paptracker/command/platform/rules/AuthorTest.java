package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.values.Visibility;

class AuthorTest {
    @ParameterizedTest
    @CsvSource({
        "PARENT_CARER_FORUM, OXPCF, PARENT_CARER_FORUM, OXPCF, true",
        "PARENT_CARER_FORUM, OXPCF, PARENT_CARER_FORUM, OTHER, false",
        "PARENT_CARER_FORUM, , PARENT_CARER_FORUM, , false",
        "PARENT_CARER_FORUM, OXPCF, WORKSTREAM_LEAD, OXPCF, false",
        "WORKSTREAM_LEAD, OCC, WORKSTREAM_LEAD, OCC, false",
        "PROGRAMME_OFFICE, OCC, PROGRAMME_OFFICE, OCC, false"
    })
    void is_one_with_another_only_in_the_forum_of_one_organisation(
            String role, String organisation, String otherRole, String otherOrganisation, boolean same) {
        Author author = new Author("somebody", role, organisation);
        assertThat(author.is(new Actor("somebody else", otherRole, otherOrganisation)))
                .isEqualTo(same);
        assertThat(author.is(new Actor("somebody", otherRole, otherOrganisation)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PARENT_CARER_FORUM, PARTNERSHIP",
        "WORKSTREAM_LEAD, PARTNERSHIP",
        "ACCOUNTABLE_EXECUTIVE, PARTNERSHIP",
        "PROGRAMME_OFFICE, RESTRICTED",
        "BOARD, RESTRICTED"
    })
    void sees_as_far_as_the_role_does(String role, Visibility furthest) {
        for (Visibility one : Visibility.values()) {
            assertThat(new Author("somebody", role, null).sees(one)).isEqualTo(one.compareTo(furthest) <= 0);
        }
    }

    @Test
    void without_a_known_role_is_taken_to_see_everything() {
        assertThat(new Author("somebody", null, null).sees(Visibility.RESTRICTED))
                .isTrue();
    }
}
