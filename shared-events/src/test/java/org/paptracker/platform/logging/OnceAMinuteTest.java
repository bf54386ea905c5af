package org.paptracker.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {
    private final MongoTimeoutException away = new MongoTimeoutException("away");

    private final AtomicLong now = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger log = context.getLogger("org.paptracker.some");
    private final Logger axon = context.getLogger("org.axonframework.some");

    @BeforeEach
    void listen() {
        context.addTurboFilter(new OnceAMinute(now::get));
        written.start();
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("ROOT").addAppender(written);
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void what_an_outage_repeats_is_a_line_a_minute_with_a_count() {
        for (int second = 0; second < 150; second++) {
            for (int i = 0; i < 20; i++) log.warn(OnceAMinute.REPEATED, "Unavailable for {}", "request " + i);
            pass(Duration.ofSeconds(1));
        }

        assertThat(lines())
                .containsExactly(
                        "Unavailable for request 0",
                        "1199 more lines like this in the last minute: Unavailable for {}",
                        "Unavailable for request 0",
                        "1199 more lines like this in the last minute: Unavailable for {}",
                        "Unavailable for request 0");
    }

    @Test
    void the_last_count_is_told_by_whatever_is_said_next() {
        log.error("Failed", away);
        log.error("Failed", away);
        pass(Duration.ofMinutes(2));
        axon.debug("Nobody reads this");

        assertThat(lines()).containsExactly("Failed", "1 more lines like this in the last minute: Failed");
    }

    @Test
    void a_failure_of_the_store_is_known_wherever_it_stands_among_the_causes() {
        for (int i = 0; i < 3; i++) {
            log.error("The replay of {} broke off", i, new IllegalStateException(away));
            axon.warn("Processor [{}] retries in {}", i, i);
        }

        assertThat(lines()).containsExactly("The replay of 0 broke off", "Processor [0] retries in 0");
    }

    @Test
    void all_else_is_written_as_often_as_it_is_said() {
        for (int i = 0; i < 3; i++) {
            log.error("Unexpected failure", new IllegalStateException("a bug"));
            log.info("Recorded {}", i);
            axon.info("Claimed {}", i);
        }

        assertThat(lines()).hasSize(9);
    }
}
