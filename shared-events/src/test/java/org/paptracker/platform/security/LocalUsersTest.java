package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class LocalUsersTest {
    @TempDir
    Path directory;

    @Test
    void each_gets_a_random_password_that_is_shown_once_and_hashed_on_disk() throws IOException {
        LocalUsers users = new LocalUsers(directory);
        Map<String, String> shown = users.createIfMissing(null);

        assertThat(shown).containsKeys("office", "board", "lead-t1", "lead-t4", "executive", "forum", "reviewer");
        assertThat(shown.values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 20);
        assertThat(users.createIfMissing(null)).isEmpty();
        String file = Files.readString(directory.resolve("users.yml"));
        assertThat(shown.values()).noneMatch(file::contains);
        shown.forEach((name, password) ->
                assertThat(signIn(users, name, password).isAuthenticated()).isTrue());
    }

    @Test
    void only_the_owner_may_read_the_file() throws IOException {
        new LocalUsers(directory).createIfMissing(null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("users.yml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_chosen_password_is_everybodys_and_is_not_shown() {
        LocalUsers users = new LocalUsers(directory);
        assertThat(users.createIfMissing("chosen")).isEmpty();
        assertThat(((Caller) signIn(users, "lead-t2", "chosen").getPrincipal()))
                .isEqualTo(new Caller("lead-t2", Role.WORKSTREAM_LEAD, "OCC", Set.of("T2")));
    }

    @Test
    void a_wrong_password_is_refused_also_after_the_right_one() {
        LocalUsers users = new LocalUsers(directory);
        users.createIfMissing("chosen");
        signIn(users, "office", "chosen");
        assertThatThrownBy(() -> signIn(users, "office", "Chosen")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIn(users, "nobody", "chosen")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void the_other_service_sees_users_that_were_made_after_it_started() {
        LocalUsers reader = new LocalUsers(directory);
        assertThatThrownBy(() -> signIn(reader, "office", "chosen")).isInstanceOf(BadCredentialsException.class);
        new LocalUsers(directory).createIfMissing("chosen");
        assertThat(signIn(reader, "office", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void the_data_set_may_name_any_user_of_the_first_start_and_no_other() {
        assertThat(LocalUsers.builtIn("lead-t3"))
                .contains(new Caller("lead-t3", Role.WORKSTREAM_LEAD, "BOB-ICB", Set.of("T3")));
        assertThat(LocalUsers.builtIn("nobody")).isEmpty();
    }

    @Test
    void guessing_is_stopped_for_names_that_exist_and_for_those_that_do_not() {
        LocalUsers users = new LocalUsers(directory);
        users.createIfMissing("chosen");
        for (String name : new String[] {"office", "no-such-name"}) {
            for (int i = 0; i < PasswordGuesses.MOST; i++) {
                assertThatThrownBy(() -> signIn(users, name, "wrong")).isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> signIn(users, name, "chosen")).isInstanceOf(NotLetIn.class);
        }
        assertThat(signIn(users, "board", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() {
        LocalUsers users = new LocalUsers(directory);
        users.createIfMissing("chosen");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) { // the quickest of each: what else this machine does is left out
            known = Math.min(known, time(users, "office"));
            unknown = Math.min(unknown, time(users, "no-such-name"));
        }
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private static long time(LocalUsers users, String name) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> signIn(users, name, "wrong")).isInstanceOf(BadCredentialsException.class);
        return System.nanoTime() - began;
    }

    private static Authentication signIn(LocalUsers users, String name, String password) {
        return users.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }
}
