package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.whole.Http.Command;

/** The disk under {@code data/} fills up while people write: both services as they are shipped, on a real small disk. */
class FullDiskIT {
    private static final int MOST_TRIES = 2_000;

    @TempDir
    static Path directory;

    @Test
    void it_is_said_nothing_acknowledged_is_lost_and_with_space_it_goes_on() throws Exception {
        List<Integer> ports = Ports.free(3);
        Map<String, String> settings = Map.of("PAP_STORE_PORT", ports.get(2).toString(), "PAP_DATASET", "none");
        try (SmallDisk disk = SmallDisk.at(directory.resolve("disk"), "size=24m");
                ServiceProcess commands = ServiceProcess.commands(disk.place(), ports.get(0), settings);
                ServiceProcess queries = ServiceProcess.queries(disk.place(), ports.get(1), settings);
                Load load = new Load(List.of(commands), queries)) {
            commands.start().awaitReady();
            queries.start().awaitReady();
            load.start();
            load.goOn();
            load.awaitMore(100);
            load.pause();

            disk.fill();
            List<Command> unanswered = new ArrayList<>();
            HttpResponse<String> refused = null;
            for (int i = 0; refused == null && i < MOST_TRIES; i++) {
                Command command = Load.progress(Load.MILESTONE, "While the disk fills up, " + i, "full-" + i);
                HttpResponse<String> answer = Http.send(commands.address(), command);
                if (answer.statusCode() == 200) load.count(command, Http.position(answer));
                else unanswered.add(command);
                if (answer.body().contains("log.full")) refused = answer;
                else assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            }
            assertThat(refused).as("the disk was never full").isNotNull();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("The disk that holds the log is full. Nothing was recorded.");
            assertThat(Http.awaited(queries.address(), "reviewer", Load.PLAN + "/actions/A-1", 0))
                    .contains("\"code\":\"A-1\"");

            disk.free();
            for (Command command : unanswered) load.send(command);
            load.goOn();
            load.awaitMore(30);
            load.pause();
            requireSound(queries, load);

            queries.kill();
            commands.kill();
            commands.start().awaitReady();
            queries.start().awaitReady();
            requireSound(queries, load);
            queries.kill();
            commands.kill();
        }
    }

    private static void requireSound(ServiceProcess queries, Load load) throws Exception {
        load.requireNoFaults();
        assertThat(ExportedHistory.of(queries, load.last()).isSound().holds(load.acknowledged()))
                .isPositive();
        assertThat(Http.verified(queries.address(), load.last())).contains("\"holds\":true");
    }
}
