package org.paptracker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.paptracker.platform.http.Problem;

class PasswordGuessesTest {
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private final AtomicLong now = new AtomicLong();
    private final PasswordGuesses guesses = new PasswordGuesses(now::get);

    private void wait(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void wrong(int times, String name, String from) {
        for (int i = 0; i < times; i++) guesses.wrong(name, from);
    }

    private void assertLetTry(String name, String from) {
        assertThatCode(() -> guesses.check(name, from)).doesNotThrowAnyException();
    }

    private void assertRefused(String name, String from) {
        assertThatThrownBy(() -> guesses.check(name, from)).isInstanceOfSatisfying(NotLetIn.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(429);
            assertThat(refusal.problem().facts().get(Problem.RETRY_AFTER)).isEqualTo(60L);
        });
    }

    @Test
    void the_tenth_wrong_one_closes_the_door_for_a_minute() {
        wrong(9, "office", HOME);
        assertLetTry("office", HOME);
        wrong(1, "office", HOME);
        assertRefused("office", HOME);
        assertLetTry("board", HOME);

        wait(Duration.ofSeconds(59));
        assertRefused("office", HOME);
        wait(Duration.ofSeconds(1));
        assertLetTry("office", HOME);
        wrong(9, "office", HOME);
        assertLetTry("office", HOME);
    }

    @Test
    void those_of_more_than_five_minutes_ago_are_forgotten() {
        wrong(9, "office", HOME);
        wait(Duration.ofMinutes(5));
        wrong(9, "office", HOME);
        assertLetTry("office", HOME);
    }

    @Test
    void guesses_from_many_places_are_counted_together() {
        for (int i = 0; i < 10; i++) guesses.wrong("office", "203.0.113." + i);
        assertRefused("office", "203.0.113.99");
    }

    @Test
    void nobody_elsewhere_can_keep_out_a_user_who_has_been_here_before() {
        guesses.right("office", HOME);
        for (int i = 0; i < 1_000; i++) {
            guesses.wrong("office", ELSEWHERE);
            assertLetTry("office", HOME);
        }
        assertRefused("office", ELSEWHERE);
    }

    @Test
    void a_user_who_has_been_here_before_cannot_guess_either() {
        guesses.right("office", HOME);
        wrong(10, "office", HOME);
        assertRefused("office", HOME);
    }

    @Test
    void the_right_one_ends_the_counting_where_it_comes_from() {
        guesses.right("office", HOME);
        wrong(9, "office", HOME);
        guesses.right("office", HOME);
        wrong(9, "office", HOME);
        assertLetTry("office", HOME);
    }

    @Test
    void a_network_of_the_newer_kind_is_one_sender() {
        guesses.right("office", "2001:db8:1:2::1");
        wrong(5, "office", "2001:db8:1:2::2");
        wrong(5, "office", "2001:db8:1:2:ffff::3");
        assertRefused("office", "2001:db8:1:2::1");
        assertLetTry("office", "2001:db8:1:3::1");
    }

    @Test
    void names_nobody_has_are_counted_like_others() {
        String endless = "x".repeat(100_000);
        wrong(10, endless, HOME);
        assertRefused(endless, HOME);
    }
}
