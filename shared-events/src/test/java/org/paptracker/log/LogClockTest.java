package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the time of recording when a clock is wrong. */
class LogClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final HandClock here = new HandClock(NOON);
    private final HandClock store = new HandClock(NOON);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong ticks = new AtomicLong();
    private final LogClock clock = new LogClock(
            here,
            () -> {
                asked.incrementAndGet();
                return store.instant();
            },
            ticks::get);

    private void pass(Duration time) {
        here.advanceMillis(time.toMillis());
        store.advanceMillis(time.toMillis());
        ticks.addAndGet(time.toNanos());
    }

    @Test
    void it_is_this_machines_clock_and_never_earlier_than_the_entry_before() {
        assertThat(clock.next(null, LONG_AGO)).isEqualTo(NOON);
        assertThat(clock.next(NOON.plusSeconds(5), LONG_AGO)).isEqualTo(NOON.plusSeconds(5));
        assertThat(clock.next(null, NOON.plusMillis(7))).isEqualTo(NOON.plusMillis(7));
        assertThat(clock.logAhead()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void a_clock_that_jumps_ahead_of_the_stores_by_more_than_a_minute_records_nothing_at_once() {
        clock.next(null, LONG_AGO);
        here.advanceMillis(Duration.ofHours(26).toMillis());

        assertThatThrownBy(() -> clock.next(NOON, LONG_AGO))
                .isInstanceOf(ClockAhead.class)
                .hasMessageContaining("1 day ahead of the store's clock");

        here.set(NOON.plusSeconds(60));
        assertThat(clock.next(NOON, LONG_AGO)).as("a minute is allowed").isEqualTo(NOON.plusSeconds(60));
        here.set(NOON.plusSeconds(61));
        pass(Duration.ofSeconds(30));
        assertThatThrownBy(() -> clock.next(NOON, LONG_AGO)).isInstanceOf(ClockAhead.class);
    }

    @Test
    void an_event_raised_by_a_clock_that_was_ahead_is_not_recorded_after_it_was_put_back() {
        assertThatThrownBy(() -> clock.next(null, NOON.plusSeconds(3600))).isInstanceOf(ClockAhead.class);
        assertThat(clock.next(null, NOON.plusSeconds(30))).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_clock_that_is_behind_records_and_does_not_take_time_back() {
        clock.next(null, LONG_AGO);
        here.set(NOON.minusSeconds(3600));

        assertThat(clock.next(NOON, LONG_AGO)).isEqualTo(NOON);
        assertThat(clock.logAhead()).isEqualTo(Duration.ofHours(1));
        assertThat(clock.aheadOfStore()).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void the_store_is_not_asked_for_each_entry() {
        for (int i = 0; i < 100; i++) {
            clock.next(null, LONG_AGO);
            pass(Duration.ofMillis(100));
        }
        assertThat(asked).hasValue(1);
        pass(Duration.ofSeconds(30));
        clock.next(null, LONG_AGO);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_slow_answer_of_the_store_is_not_taken_for_a_difference() {
        LogClock slow = new LogClock(
                here,
                () -> {
                    Instant there = store.instant();
                    here.advanceMillis(Duration.ofMinutes(5).toMillis());
                    return there;
                },
                ticks::get);
        assertThat(slow.aheadOfStore()).isEqualTo(Duration.ZERO);
    }

    @Test
    void nothing_of_what_is_refused_is_in_the_log(@TempDir Path directory) {
        try (Store embedded = Store.in(directory)) {
            HandClock ahead = new HandClock(Instant.now().plusSeconds(120));
            EventSerializer serializer = new EventSerializer();
            MongoEventLog log = MongoEventLog.builder()
                    .database(embedded.database())
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .clock(ahead)
                    .storeTime(Instant::now)
                    .build();
            assertThatThrownBy(() -> Writer.append(log, List.of(Writer.event("s", 0))))
                    .isInstanceOf(ClockAhead.class);
            assertThat(log.position()).isZero();

            ahead.set(Instant.now());
            Writer.append(log, List.of(Writer.event("s", 0)));
            assertThat(log.position()).isEqualTo(1);
        }
    }

    @Test
    void a_span_is_told_in_its_largest_unit() {
        assertThat(ClockAhead.inWords(Duration.ofSeconds(-61))).isEqualTo("1 minute");
        assertThat(ClockAhead.inWords(Duration.ofSeconds(59))).isEqualTo("59 seconds");
        assertThat(ClockAhead.inWords(Duration.ofHours(49))).isEqualTo("2 days");
        assertThat(ClockAhead.inWords(Duration.ofMinutes(119))).isEqualTo("1 hour");
    }
}
