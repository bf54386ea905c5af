package org.paptracker.command.http;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;

class StopTest {
    @TempDir
    Path directory;

    @Test
    void is_told_by_readiness_while_everybody_is_still_answered() throws Exception {
        CommandService service = CommandService.start(directory, "pap.stop-pause", "600");
        service.get("/actuator/health/readiness").is(200);
        Thread stop = new Thread(service::close, "stop");
        stop.start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> service.get("/actuator/health/readiness").is(503));
            service.get("/actuator/health/liveness").is(200);
            service.plan();
        } finally {
            stop.interrupt(); // which ends the pause
            stop.join();
        }
    }
}
