package org.paptracker.platform.store;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.paptracker.log.KnownLog;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.SeenLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets the service that writes the log start on the log of its directory only, and keeps how far that has come. */
@Component
@ConditionalOnProperty("pap.writes-log")
class LogWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);
    private static final int EVERY_SECONDS = 1;

    private final SeenLog seen;
    private final ScheduledExecutorService clock;

    LogWatch(@Value("${pap.data}") Path data, MongoEventLog log) {
        seen = new SeenLog(new KnownLog(data), log);
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "log-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::note, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void note() {
        try {
            seen.note();
        } catch (RuntimeException e) { // a full disk: what is kept stays behind the log, which harms nothing
            LOG.debug("How far the log has come could not be kept", e);
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdown();
        note();
    }
}
