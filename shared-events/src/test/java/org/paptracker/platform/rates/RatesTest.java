package org.paptracker.platform.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.paptracker.platform.http.Addresses;

class RatesTest {
    @Test
    void four_seconds_worth_can_be_asked_at_once_and_then_one_has_to_wait() {
        Rates rates = new Rates(5);
        for (int i = 0; i < 20; i++) assertThat(rates.ask("a", 1)).isZero();
        assertThat(rates.ask("a", 1)).isBetween(Duration.ofMillis(1), Duration.ofMillis(200));
        assertThat(rates.ask("a", 10)).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(2));
    }

    @Test
    void one_who_asks_too_much_takes_nothing_from_another() {
        Rates rates = new Rates(1);
        assertThat(rates.ask("a", 4)).isZero();
        assertThat(rates.ask("a", 1)).isPositive();
        assertThat(rates.ask("b", 1)).isZero();
    }

    @Test
    void what_costs_more_than_can_be_asked_at_once_can_still_be_asked() {
        assertThat(new Rates(1).ask("a", Cost.EXPENSIVE)).isZero();
    }

    @Test
    void however_many_ask_only_some_are_remembered() {
        Rates rates = new Rates(1);
        for (int i = 0; i < 3 * Rates.MOST; i++) rates.ask("address " + i, 1);
        assertThat(rates.remembered()).isLessThanOrEqualTo(Rates.MOST);
    }

    @Test
    void a_household_has_one_IPv4_address_or_half_of_an_IPv6_address() {
        assertThat(Addresses.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Addresses.network("2001:db8:0:1::7")).isEqualTo(Addresses.network("2001:db8:0:1:ffff:1:2:3"));
        assertThat(Addresses.network("2001:db8:0:1::7")).isNotEqualTo(Addresses.network("2001:db8:0:2::7"));
        assertThat(Addresses.network("no:address")).isEqualTo("no:address");
    }
}
