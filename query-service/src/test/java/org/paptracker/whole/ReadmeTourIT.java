package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A newcomer's first minutes: {@code ./run}, then the tours of the documents as they are written, then Ctrl-C. HTTP only, on
 * the ports that the README names.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeTourIT {
    private static final Duration A_START = Duration.ofMinutes(3);
    private static final String MARK = "-- end of step --";

    @TempDir
    static Path directory;

    private static Map<String, String> environment;
    private static Started services;

    @BeforeAll
    static void start() {
        environment = Map.of(
                "PAP_DATA", directory.resolve("data").toString(),
                "PAP_LOCAL_PASSWORD", "only-for-this-tour",
                "PAP_RATE_LIMIT", "50"); // as for a newcomer, and not as for the other tests
        services = run().awaitLine("ready", A_START);
    }

    private static Started run() {
        return Started.services(directory, environment);
    }

    @AfterAll
    static void close() {
        services.close();
    }

    @Test
    @Order(1)
    void the_first_start_loads_the_plan_and_shows_how_far_it_is() {
        assertThat(services.output()).containsPattern("Loading the Oxfordshire plan: \\d+ of \\d+ entries");
    }

    /** One after the other on the same start, each in a shell of its own: a document needs nothing that another has set. */
    @ParameterizedTest
    @MethodSource("documents")
    @Order(2)
    void the_tours_work_as_they_are_written(Path document) throws IOException {
        List<Tours.Step> steps = Tours.in(document);
        assertThat(steps).isNotEmpty();
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (Tours.Step step : steps)
            script.append(step.command()).append("echo; echo '").append(MARK).append("'\n");

        Started tour = Started.command(directory, environment, "bash", "-c", script.toString());
        assertThat(tour.await(Duration.ofMinutes(2))).as(tour.output()).isZero();
        String[] outputs = tour.output().split(MARK, -1);
        for (int i = 0; i < steps.size(); i++) {
            for (String answer : steps.get(i).answers()) {
                assertThat(outputs[i]).as(steps.get(i).command()).contains(answer);
            }
            assertThat(outputs[i]).as(steps.get(i).command()).isNotBlank();
        }
    }

    static List<Path> documents() throws IOException {
        List<Path> documents = Tours.documents();
        assertThat(documents).hasSizeGreaterThan(3);
        return documents;
    }

    @Test
    @Order(3)
    void a_second_start_says_in_one_sentence_that_the_port_is_taken() {
        try (Started second = run()) {
            assertThat(second.await(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(second.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("port 8081 is taken");
        }
    }

    @Test
    @Order(4)
    void a_second_start_on_other_ports_says_that_the_data_is_in_use() {
        List<Integer> ports = Ports.free(3);
        Map<String, String> elsewhere = Map.of(
                "PAP_COMMAND_PORT", ports.get(0).toString(),
                "PAP_QUERY_PORT", ports.get(1).toString(),
                "PAP_STORE_PORT", ports.get(2).toString());
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(elsewhere);
        try (Started second = Started.services(directory, both)) {
            assertThat(second.await(Duration.ofSeconds(60))).isEqualTo(1);
            assertThat(second.output()).contains("in use by another process");
        }
    }

    @Test
    @Order(5)
    void it_stops_cleanly_and_starts_again_with_everything_there_and_nothing_loaded_twice() {
        assertThat(services.stop()).as(services.output()).isZero();
        assertThat(services.output()).contains("Stopped.");
        try (Started again = run().awaitLine("ready", A_START)) {
            assertThat(again.output()).doesNotContainPattern("Loading .*: \\d+ of");
            Started asked = Started.command(
                    directory,
                    environment,
                    "curl",
                    "-s",
                    "-u",
                    "reviewer:only-for-this-tour",
                    "http://127.0.0.1:8082/api/v1/plans/oxfordshire-pap/audit?type=plan-registered");
            assertThat(asked.await(Duration.ofSeconds(20))).isZero();
            assertThat(asked.output()).containsOnlyOnce("\"type\":\"plan-registered\"");
            assertThat(again.stop()).isZero();
        }
    }
}
