package org.paptracker.platform.http;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a service does first when it is told to stop. It is not ready any more, and goes on answering for a while, so that
 * what sends people here has time to notice. Then nobody waits for bodies that come slowly.
 */
@Component
final class Stopping {
    private final Duration pause;
    private volatile boolean begun;

    @Autowired
    Stopping(@Value("${pap.stop-pause}") int seconds) {
        this(Duration.ofSeconds(seconds));
    }

    Stopping(Duration pause) {
        this.pause = pause;
    }

    /** Readiness is off already, and the socket is still open. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            // Then it stops at once. The interrupt was for the pause, and not for what comes after.
        }
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
