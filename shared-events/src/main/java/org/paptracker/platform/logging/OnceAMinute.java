package org.paptracker.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * While the store is away, each request and each thread would say so again and again. Of such lines the first of a kind
 * is written, and then one a minute; a line says how many were left out. Of a kind are lines of one place in the code.
 * All else is written as often as it is said: logback-spring.xml.
 */
public final class OnceAMinute extends TurboFilter {
    /** For a line that an outage repeats. What Axon says, and what names a failure of the store, needs none. */
    public static final Marker REPEATED = MarkerFactory.getMarker("REPEATED");

    private static final Marker COUNT = MarkerFactory.getMarker("COUNT");
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier ticker;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private volatile long countedAt;

    /** As the configuration makes it. */
    public OnceAMinute() {
        this(System::nanoTime);
    }

    OnceAMinute(LongSupplier ticker) {
        this.ticker = ticker;
        countedAt = ticker.getAsLong();
    }

    /** @param since when its last line was written */
    private record Kind(Logger logger, String format, long since, long leftOut) {}

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (marker == COUNT) return FilterReply.NEUTRAL;
        long now = ticker.getAsLong();
        count(now);
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())
                || !isRepeated(marker, logger, parameters, failure)) {
            return FilterReply.NEUTRAL;
        }
        Kind kind = kinds.merge(
                logger.getName() + " " + format,
                new Kind(logger, format, now, 0),
                (known, fresh) -> new Kind(logger, format, known.since, known.leftOut + 1));
        return kind.leftOut == 0 ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean isRepeated(
            @Nullable Marker marker, Logger logger, Object @Nullable [] parameters, @Nullable Throwable failure) {
        if (marker != null && marker.contains(REPEATED)) return true;
        if (logger.getName().startsWith("org.axonframework.")) return true;
        Throwable cause = failure;
        if (cause == null && parameters != null && parameters.length > 0) {
            cause = parameters[parameters.length - 1] instanceof Throwable last ? last : null;
        }
        for (; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException) return true;
        }
        return false;
    }

    /** Says of each kind whose minute is over how many lines were left out; its next one is written again. */
    private void count(long now) {
        if (now - countedAt < MINUTE / 60) return;
        countedAt = now;
        for (Map.Entry<String, Kind> entry : List.copyOf(kinds.entrySet())) {
            Kind kind = entry.getValue();
            if (now - kind.since >= MINUTE && kinds.remove(entry.getKey(), kind) && kind.leftOut > 0) {
                kind.logger.warn(COUNT, "{} more lines like this in the last minute: {}", kind.leftOut, kind.format);
            }
        }
    }
}
