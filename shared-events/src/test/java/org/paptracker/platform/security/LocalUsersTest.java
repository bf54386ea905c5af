package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.values.plan.PlanId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class LocalUsersTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final List<String> HOME = List.of("oxfordshire-pap");

    private static OwnWork own(String... themes) {
        return OwnWork.of(List.of(themes), Set.of(PLAN));
    }

    @TempDir
    Path directory;

    @Test
    void each_gets_a_random_password_that_is_shown_once_and_hashed_on_disk() throws IOException {
        LocalUsers users = new LocalUsers(directory, HOME);
        Map<String, String> shown = users.createIfMissing(null);

        assertThat(shown).containsKeys("office", "board", "lead-t1", "lead-t4", "executive", "forum", "reviewer");
        assertThat(shown.values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 20);
        assertThat(users.createIfMissing(null)).isEmpty();
        String file = Files.readString(directory.resolve("users.yml"));
        assertThat(shown.values()).noneMatch(file::contains);
        LocalSignIn door = new LocalSignIn(users);
        shown.forEach((name, password) ->
                assertThat(signIn(door, name, password).isAuthenticated()).isTrue());
    }

    @Test
    void only_the_owner_may_read_the_file() throws IOException {
        new LocalUsers(directory, HOME).createIfMissing(null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("users.yml"))))
                .isEqualTo("rw-------");
    }

    /** The door of users who all have {@code password}. */
    private LocalSignIn door(String password) {
        LocalUsers users = new LocalUsers(directory, HOME);
        assertThat(users.createIfMissing(password)).isEmpty();
        return new LocalSignIn(users);
    }

    @Test
    void a_chosen_password_is_everybodys_and_is_not_shown() {
        Caller caller = caller(door("chosen"), "lead-t2");
        assertThat(caller).isEqualTo(new Caller(caller.subject(), "lead-t2", Role.WORKSTREAM_LEAD, "OCC", own("T2")));
    }

    private static Caller caller(LocalSignIn door, String name) {
        return (Caller) signIn(door, name, "chosen").getPrincipal();
    }

    @Test
    void a_user_who_is_renamed_in_the_file_is_still_the_same_person() throws IOException {
        LocalSignIn door = door("chosen");
        String subject = caller(door, "lead-t2").subject();
        assertThat(subject)
                .startsWith("local-")
                .isNotEqualTo(caller(door, "lead-t1").subject());
        edit(file -> file.replaceAll("(?m)^lead-t2:", "married:"));
        assertThat(caller(door, "married").subject()).isEqualTo(subject);
    }

    @Test
    void a_user_of_a_file_from_before_there_were_ids_is_known_by_name() throws IOException {
        LocalSignIn door = door("chosen");
        edit(file -> file.replaceAll("(?m)id: local-\\S+, ", "").replaceAll("(?m)^ +id: local-.*\n", ""));
        assertThat(caller(door, "office").subject()).isEqualTo("office");
    }

    @Test
    void what_the_data_set_says_of_a_user_is_theirs() {
        LocalUsers users = new LocalUsers(directory, HOME);
        Caller builtIn =
                LocalUsers.builtIn("office", new PlanId("oxfordshire-pap")).orElseThrow();
        assertThat(users.known(builtIn)).isEqualTo(builtIn);
        users.createIfMissing("chosen");
        assertThat(users.known(builtIn)).isEqualTo(caller(new LocalSignIn(users), "office"));
    }

    @Test
    void a_wrong_password_is_refused_also_after_the_right_one() {
        LocalSignIn door = door("chosen");
        signIn(door, "office", "chosen");
        assertRefused(door, "office", "Chosen");
        assertRefused(door, "nobody", "chosen");
    }

    @Test
    void the_other_service_sees_users_that_were_made_after_it_started() {
        LocalSignIn reader = new LocalSignIn(new LocalUsers(directory, HOME));
        assertRefused(reader, "office", "chosen");
        new LocalUsers(directory, HOME).createIfMissing("chosen");
        assertThat(signIn(reader, "office", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void a_password_that_is_changed_in_the_file_counts_at_once_and_the_old_one_no_longer() throws IOException {
        LocalSignIn door = door("chosen");
        signIn(door, "office", "chosen");
        signIn(door, "board", "chosen");

        edit(file -> withPassword(file, "office", "another"));
        assertThat(signIn(door, "office", "another").isAuthenticated()).isTrue();
        assertRefused(door, "office", "chosen");
        assertThat(signIn(door, "board", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void a_user_works_in_the_plans_that_the_file_names_and_without_any_in_the_home_plans(CapturedOutput said)
            throws IOException {
        new SecurityConfig().localSignIn(directory, "", true, "chosen", "", HOME);
        assertThat(Files.readString(directory.resolve("users.yml"))).contains("plans: [oxfordshire-pap]");
        assertThat(said).doesNotContain("does not say in which plans");
        Set<PlanId> home = Set.of(PLAN);
        Set<PlanId> other = Set.of(new PlanId("other-plan"));

        edit(file -> file.replace("plans: [oxfordshire-pap]", "plans: [other-plan]"));
        assertThat(ownOf("lead-t2").themesIn(home)).isEmpty();
        assertThat(ownOf("lead-t2").themesIn(other)).containsExactly("T2");
        assertThat(ownOf("executive").hasOrganisationIn(home)).isFalse();

        Path file = directory.resolve("users.yml");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^.*plans: \\[other-plan]\\n", ""));
        assertThat(ownOf("lead-t2").themesIn(home)).containsExactly("T2");
        assertThat(ownOf("lead-t2").themesIn(other)).isEmpty();
        assertThat(ownOf("executive").hasOrganisationIn(home)).isTrue();
        new SecurityConfig().localSignIn(directory, "", true, "", "", HOME);
        assertThat(said.getOut()).contains("does not say in which plans the work of", "lies: in oxfordshire-pap");
    }

    private OwnWork ownOf(String user) {
        return new LocalUsers(directory, HOME).loadUserByUsername(user).caller().own();
    }

    @Test
    void a_user_struck_from_the_file_is_not_let_in_any_more() throws IOException {
        LocalSignIn door = door("chosen");
        signIn(door, "forum", "chosen");
        edit(file -> file.replaceAll("(?m)^forum:", "somebody-else:"));
        assertRefused(door, "forum", "chosen");
        assertThat(signIn(door, "somebody-else", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void a_slip_in_the_file_locks_nobody_out() throws IOException {
        LocalSignIn door = door("chosen");
        signIn(door, "office", "chosen");
        edit(file -> "office: {" + file);
        assertThat(signIn(door, "board", "chosen").isAuthenticated()).isTrue();
        assertRefused(door, "board", "wrong");
    }

    @Test
    void a_file_that_could_never_be_read_is_a_failure_and_no_wrong_password() throws IOException {
        Files.writeString(directory.resolve("users.yml"), "office: {");
        LocalSignIn door = new LocalSignIn(new LocalUsers(directory, HOME));
        assertThatThrownBy(() -> signIn(door, "office", "chosen")).isInstanceOf(IllegalStateException.class);
    }

    private static String withPassword(String file, String name, String password) {
        String hashed = new BCryptPasswordEncoder().encode(password);
        Matcher entry =
                Pattern.compile("(?m)^" + name + ":[^\\n]*(\\n [^\\n]*)*").matcher(file);
        assertThat(entry.find()).isTrue();
        String changed = entry.group().replaceFirst("\\$2a\\$[^\\s,}'\"]+", Matcher.quoteReplacement(hashed));
        return file.replace(entry.group(), changed);
    }

    private void edit(UnaryOperator<String> how) throws IOException {
        Path file = directory.resolve("users.yml");
        String before = Files.readString(file);
        String after = how.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2025-02-13T12:00:00Z"))); // whatever the clock does
    }

    @Test
    void a_chosen_password_that_comes_too_late_is_said_at_the_start(CapturedOutput said) {
        SecurityConfig start = new SecurityConfig();
        start.localSignIn(directory, "", true, "chosen", "", HOME);
        start.localSignIn(directory, "", true, "chosen", "", HOME);
        start.localSignIn(directory, "", true, "", "", HOME);
        start.localSignIn(directory, "", false, "another", "", HOME); // it makes no users, so the other service says it
        assertThat(said).doesNotContain("PAP_LOCAL_PASSWORD");

        LocalSignIn door = start.localSignIn(directory, "", true, "another", "", HOME);
        assertThat(said.getOut().lines())
                .contains("PAP_LOCAL_PASSWORD is not taken: " + directory.resolve("users.yml")
                        + " holds the local users of an earlier start, and their passwords count. Delete that file"
                        + " to make the users anew.");
        assertThat(signIn(door, "office", "chosen").isAuthenticated()).isTrue();
        assertRefused(door, "office", "another");
    }

    @Test
    void the_data_set_may_name_any_user_of_the_first_start_and_no_other() {
        assertThat(LocalUsers.builtIn("lead-t3", PLAN))
                .contains(new Caller("lead-t3", Role.WORKSTREAM_LEAD, "BOB-ICB", own("T3")));
        assertThat(LocalUsers.builtIn("nobody", PLAN)).isEmpty();
    }

    @Test
    void guessing_is_stopped_for_names_that_exist_and_for_those_that_do_not() {
        LocalSignIn door = door("chosen");
        for (String name : new String[] {"office", "no-such-name"}) {
            for (int i = 0; i < PasswordGuesses.MOST; i++) assertRefused(door, name, "wrong");
            assertThatThrownBy(() -> signIn(door, name, "chosen")).isInstanceOf(NotLetIn.class);
        }
        assertThat(signIn(door, "board", "chosen").isAuthenticated()).isTrue();
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() {
        LocalSignIn door = door("chosen");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) { // the quickest of each: what else this machine does is left out
            known = Math.min(known, time(door, "office"));
            unknown = Math.min(unknown, time(door, "no-such-name"));
        }
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private static long time(LocalSignIn door, String name) {
        long began = System.nanoTime();
        assertRefused(door, name, "wrong");
        return System.nanoTime() - began;
    }

    private static void assertRefused(LocalSignIn door, String name, String password) {
        assertThatThrownBy(() -> signIn(door, name, password)).isInstanceOf(BadCredentialsException.class);
    }

    private static Authentication signIn(LocalSignIn door, String name, String password) {
        return door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }
}
