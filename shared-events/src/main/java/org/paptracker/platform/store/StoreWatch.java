package org.paptracker.platform.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.paptracker.platform.logging.OnceAMinute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the store, beside the requests, what health and metrics tell. They tell it from memory: nobody who asks for them
 * waits for the store, and asking often costs it nothing. While it is away, they tell what was last known.
 */
@Component
public final class StoreWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration PING_EVERY = Duration.ofSeconds(2);
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);

    /** A store that has answered nothing for so long is away. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private final MongoDatabase database;
    private final List<Known<?>> all = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true; // else the service would not have started
    private volatile long answeredAt = System.nanoTime();

    /** One to knock, one to ask: a slow answer is not to look like none. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "store-watch");
        thread.setDaemon(true);
        return thread;
    });

    StoreWatch(MongoDatabase database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("pap.store.up", () -> isUp() ? 1 : 0)
                .description("Whether the store answers this service: 1 or 0")
                .register(registry);
        every(PING_EVERY, this::ping);
        every(ASK_EVERY, this::ask);
    }

    private void every(Duration time, Runnable work) {
        var unused = threads.scheduleWithFixedDelay(work, 0, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static final class Known<T> implements Supplier<T> {
        private final Supplier<T> question;
        private volatile T answer;

        Known(T before, Supplier<T> question) {
            this.question = question;
            answer = before;
        }

        void ask() {
            answer = question.get();
        }

        @Override
        public T get() {
            return answer;
        }
    }

    /**
     * Asks a question of the store now and then, and keeps the answer.
     *
     * @param before the answer before the first
     * @return the latest answer, some seconds old, at once
     */
    public <T> Supplier<T> keep(T before, Supplier<T> question) {
        Known<T> known = new Known<>(before, question);
        all.add(known);
        return known;
    }

    /** Whether the store has just answered. */
    public boolean isUp() {
        return answers && System.nanoTime() - answeredAt < SILENCE.toNanos();
    }

    /** Asks everything now, and returns when it is answered, or when the store fails to answer. */
    public void look() {
        ping();
        ask();
    }

    private void ping() {
        try {
            database.runCommand(new Document("ping", 1));
            answeredAt = System.nanoTime();
            answers = true;
        } catch (RuntimeException e) {
            answers = false;
        }
    }

    /** Until the store fails once: if it is away, the other questions need not find out one after the other. */
    private synchronized void ask() {
        for (Known<?> one : all) {
            try {
                one.ask();
            } catch (MongoException e) {
                LOG.debug("Not answered", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn(OnceAMinute.REPEATED, "What health and metrics tell could not be found out", e);
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
