package org.paptracker.platform.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps threads free for those who ask how the service is. The server begins every request on one of its threads. Of
 * these, some are worked on at a time; the others wait here for their turn. The last few threads are for health and
 * metrics only, which need no turn: so they answer however many requests hang, and whatever these hang on.
 */
final class Turns extends ValveBase {
    static final int AT_ONCE = 50;

    /** Of the server's threads, for health and metrics only. */
    private static final int KEPT_FREE = 20;

    private static final int LONGEST_WAIT_S = 30;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Semaphore room;

    /** @param threads of the server */
    Turns(int threads) {
        super(true); // answers that are written by another thread pass too
        room = new Semaphore(threads - KEPT_FREE);
    }

    /** Of both services. */
    @Component
    static final class Install implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private final Turns turns;

        Install(@Value("${server.tomcat.threads.max}") int threads) {
            turns = new Turns(threads);
        }

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextValves(turns);
        }
    }

    /** Apart, for the server is made before there are metrics. */
    @Component
    static final class Metrics {
        Metrics(Install install, MeterRegistry registry) {
            Gauge.builder("pap.requests.waiting", install.turns.turns, Semaphore::getQueueLength)
                    .description("Requests that wait because others take up all threads")
                    .register(registry);
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (asksHowTheServiceIs(request) || request.isAsyncDispatching()) {
            getNext().invoke(request, response);
        } else if (!room.tryAcquire()) {
            refuse(request, response);
        } else {
            try {
                inTurn(request, response);
            } finally {
                room.release();
            }
        }
    }

    private void inTurn(Request request, Response response) throws IOException, ServletException {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                refuse(request, response);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(request, response);
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            turns.release();
        }
    }

    /** Nobody can hold a thread up with a body that does not come. */
    private static boolean asksHowTheServiceIs(Request request) {
        return request.getDecodedRequestURI().startsWith("/actuator/")
                && request.getMethod().equals("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    /** What it still has to say is not waited for. */
    private static void refuse(Request request, Response response) throws IOException {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        response.setHeader("Retry-After", "1");
        response.sendError(503);
    }
}
