package org.paptracker.platform.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * How often each may ask: so many requests a second in the long run, and four seconds' worth of them at once. However many
 * ask, only the latest {@value #MOST} are remembered.
 */
final class Rates {
    static final int MOST = 10_000;
    private static final int SECONDS_AT_ONCE = 4;

    private final int perSecond;
    private final Cache<String, Bucket> buckets;

    Rates(int perSecond) {
        this.perSecond = perSecond;
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofMinutes(10)) // full again long before
                .build();
    }

    /**
     * Counts a request.
     *
     * @param cost as how many it counts
     * @return how long to wait until it can be asked; zero if it can be now
     */
    Duration ask(String who, int cost) {
        Bucket bucket = buckets.get(who, unused -> bucket());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(cost, atOnce()));
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce()).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private int atOnce() {
        return SECONDS_AT_ONCE * perSecond;
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
