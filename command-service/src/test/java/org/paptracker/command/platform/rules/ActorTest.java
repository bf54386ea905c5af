package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that keep two people apart ask whether the person who asks is the one who is recorded. */
class ActorTest {
    private static final Map<String, String> DIRECTORY =
            Map.of("person-1", "g.married@example.org", "person-2", "G.Married@example.org ");

    private static final Actor MARRIED = person("person-1", "g.married@example.org");

    private static Actor person(String pseudonym, String name) {
        return new Actor(name, "BOARD", null, pseudonym, recorded -> DIRECTORY.getOrDefault(recorded, recorded));
    }

    @Test
    void somebody_who_has_another_name_now_is_the_same_person() {
        assertThat(person("person-1", "g.born@example.org").is("person-1")).isTrue();
    }

    @Test
    void two_accounts_of_one_name_are_one_person() {
        assertThat(MARRIED.is("person-2")).isTrue();
    }

    @Test
    void a_name_in_an_old_entry_is_theirs_however_it_is_written() {
        assertThat(MARRIED.is("g.married@example.org")).isTrue();
        assertThat(MARRIED.is("  G.MARRIED@example.org")).isTrue();
        assertThat(MARRIED.is("\uff47.married@example.org")).isTrue();
    }

    @Test
    void what_somebody_wrote_can_be_the_name_of_a_person_on_record() {
        assertThat(MARRIED.isNamed("person-2", " g.married@example.org")).isTrue();
        assertThat(MARRIED.isNamed("g.born@example.org", "G.Born@example.org")).isTrue();
        assertThat(MARRIED.isNamed("person-2", "g.born@example.org")).isFalse();
    }

    @Test
    void everybody_else_is_somebody_else() {
        assertThat(MARRIED.is("g.born@example.org")).isFalse();
        assertThat(MARRIED.is("person-3")).isFalse();
        assertThat(MARRIED.is(null)).isFalse();
    }
}
