package org.paptracker.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Addresses;

/**
 * Counts wrong passwords by name. After the tenth within five minutes the name is refused for a minute, right or wrong:
 * else people who guess would be told when they are right. Tries meanwhile are not counted, so a refusal ends
 * by itself. Where the right password came from before is counted apart: from elsewhere nobody can keep its owner out.
 */
final class PasswordGuesses {
    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(5);
    static final Duration REFUSED = Duration.ofMinutes(1);

    private static final Duration FAMILIAR = Duration.ofDays(30);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 100;

    private final Cache<From, Boolean> familiar;
    private final Cache<From, AtomicInteger> wrong;
    private final Cache<From, Boolean> refused;

    /** @param network null for all from where the right password has not come yet */
    private record From(String name, @Nullable String network) {}

    PasswordGuesses(Ticker ticker) {
        familiar = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(FAMILIAR)
                .build();
        wrong = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(WITHIN) // of the first: later ones change what is written
                .build();
        refused = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REFUSED)
                .build();
    }

    /**
     * @param address of the sender; empty if unknown
     * @throws NotLetIn if the name is refused from there just now
     */
    void check(String name, String address) {
        if (refused.getIfPresent(from(name, address)) != null) throw NotLetIn.guessing(REFUSED);
    }

    void wrong(String name, String address) {
        From from = from(name, address);
        if (wrong.get(from, first -> new AtomicInteger()).incrementAndGet() < MOST) return;
        refused.put(from, true);
        wrong.invalidate(from);
    }

    void right(String name, String address) {
        From here = new From(shortened(name), Addresses.network(address));
        familiar.put(here, true);
        wrong.invalidate(here);
    }

    private From from(String name, String address) {
        From here = new From(shortened(name), Addresses.network(address));
        return familiar.getIfPresent(here) == null ? new From(here.name(), null) : here;
    }

    /** What anybody may send must not fill the memory. */
    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
