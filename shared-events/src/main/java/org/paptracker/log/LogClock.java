package org.paptracker.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When an entry was recorded: by this machine's clock, and never earlier than the entry before. A clock that runs ahead of
 * the store's would hold up all entries after it at its own time, so it records nothing. ADR 31.
 */
public final class LogClock {
    /** How far it may be ahead of the store's. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(1);

    private static final Duration ASK_EVERY = Duration.ofSeconds(30);

    /** Less than this is no jump: clocks are put right in small steps all the time. */
    private static final Duration LEAST_JUMP = Duration.ofSeconds(1);

    private final Clock clock;
    private final Supplier<Instant> store;
    private final LongSupplier ticker;
    private volatile @Nullable Compared compared;
    private volatile Instant lastRecorded = Instant.MIN;

    /**
     * @param store asks the store what time it is
     * @param ticker nanoseconds of a clock that nobody puts right
     */
    LogClock(Clock clock, Supplier<Instant> store, LongSupplier ticker) {
        this.clock = clock;
        this.store = store;
        this.ticker = ticker;
    }

    /**
     * @param at by this machine's clock
     * @param tick then
     * @param ahead of the store's clock; negative if it is behind
     */
    private record Compared(Instant at, long tick, Duration ahead) {}

    /**
     * The time of recording for what follows the commit before.
     *
     * @param previous time of the commit before; null if there is none
     * @param raised latest time of the events to be recorded
     * @throws ClockAhead if this machine's clock is more than a minute ahead of the store's
     */
    Instant next(@Nullable Instant previous, Instant raised) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration ahead = aheadOfStore(now);
        if (raised.isAfter(now))
            ahead = ahead.plus(Duration.between(now, raised)); // raised before the clock was put back
        if (ahead.compareTo(MOST_AHEAD) > 0) throw new ClockAhead(ahead);
        if (raised.isAfter(now)) now = raised;
        if (previous != null && previous.isAfter(now)) now = previous;
        lastRecorded = now;
        return now;
    }

    /** What is known of the log by reading it. */
    void met(Instant recordedAt) {
        if (recordedAt.isAfter(lastRecorded)) lastRecorded = recordedAt;
    }

    /** The store is asked now and then, and as soon as this clock has made a jump. */
    private Duration aheadOfStore(Instant now) {
        Compared last = compared;
        long tick = ticker.getAsLong();
        if (last != null) {
            Duration passed = Duration.ofNanos(tick - last.tick);
            Duration jump = Duration.between(last.at, now).minus(passed).abs();
            if (passed.compareTo(ASK_EVERY) < 0 && jump.compareTo(LEAST_JUMP) < 0) return last.ahead;
        }
        return aheadOfStore();
    }

    /** How far this machine's clock is ahead of the store's; negative if it is behind. Asks the store. */
    public Duration aheadOfStore() {
        Instant before = clock.instant();
        Instant there = store.get();
        Instant after = clock.instant();
        // Somewhere between the two the store looked at its clock: of what is possible, the difference that is least.
        Duration ahead = before.isAfter(there)
                ? Duration.between(there, before)
                : after.isBefore(there) ? Duration.between(there, after) : Duration.ZERO;
        compared = new Compared(after, ticker.getAsLong(), ahead);
        return ahead;
    }

    /** How far the last entry met is ahead of this machine's clock; zero if it is not. */
    public Duration logAhead() {
        Duration ahead =
                lastRecorded.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), lastRecorded);
        return ahead.isNegative() ? Duration.ZERO : ahead;
    }
}
