package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that can't be: one clear sentence, an exit code that is not 0, and nothing touched. */
class RefusedStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "in-the-address";

    @TempDir
    Path directory;

    @Test
    void at_an_address_that_is_none() throws Exception {
        Map<String, String> settings = Map.of("PAP_MONGODB_URI", "mongo:/user:" + PASSWORD + "@somewhere");
        refused(
                ServiceProcess.commands(directory, port(), settings),
                "PAP_MONGODB_URI is not the address of a MongoDB.");
    }

    @Test
    void at_an_address_where_nobody_answers() throws Exception {
        int nobody = port();
        Map<String, String> settings = Map.of(
                "PAP_MONGODB_URI",
                "mongodb://user:" + PASSWORD + "@127.0.0.1:" + nobody + "/paptracker",
                "PAP_AUDIT_SIGNING_KEY",
                SigningKey.make(),
                "PAP_COMMIT_SIGNING_KEY",
                SigningKey.make(),
                "PAP_COMMIT_KEYS",
                SigningKey.verifierOf(SigningKey.make()));
        String sentence = "The store at 127.0.0.1:" + nobody + " does not answer.";
        refused(ServiceProcess.commands(directory, port(), settings), sentence);
        refused(ServiceProcess.queries(directory, port(), settings), sentence);
    }

    @Test
    void with_a_key_that_is_none() throws Exception {
        Map<String, String> settings = Map.of(
                "PAP_MONGODB_URI", "mongodb://127.0.0.1:" + port() + "/which-is-not-asked",
                "PAP_COMMIT_KEYS", SigningKey.verifierOf(SigningKey.make()),
                "PAP_AUDIT_SIGNING_KEY", "PRIVATE+KEY+" + PASSWORD);
        refused(
                ServiceProcess.queries(directory.resolve("data"), port(), settings),
                "PAP_AUDIT_SIGNING_KEY is not a signing key.");
    }

    @Test
    void of_both_services_as_soon_as_one_says_why_and_long_before_all_is_loaded() {
        List<Integer> ports = Ports.free(3);
        Map<String, String> settings = Map.of(
                "PAP_DATA", directory.resolve("data").toString(),
                "PAP_COMMAND_PORT", "" + ports.get(0),
                "PAP_QUERY_PORT", "" + ports.get(1),
                "PAP_STORE_PORT", "" + ports.get(2),
                "PAP_DATASET", "oxfordshire",
                "PAP_LOCAL_PASSWORD", Http.PASSWORD,
                "PAP_AUDIT_SIGNING_KEY", "PRIVATE+KEY+" + PASSWORD);
        try (Started start = Started.services(directory, settings)) {
            assertThat(start.await(PATIENCE)).isEqualTo(1);
            assertThat(start.output())
                    .contains("run: PAP_AUDIT_SIGNING_KEY is not a signing key. More in ")
                    .doesNotContain("480 of ")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void in_a_directory_that_can_only_be_read() throws Exception {
        Path data = directory.resolve("data");
        try (SmallDisk disk = SmallDisk.at(data, "size=1m")) {
            Files.writeString(data.resolve("store.mv"), "");
            assertThat(disk.remount("ro")).isTrue();
            ServiceProcess service = ServiceProcess.commands(
                            directory.resolve("logs"), port(), Map.of("PAP_STORE_PORT", "" + port()))
                    .withData(data);
            refused(service, "The directory " + data + " can't be written.");
        }
    }

    @Test
    void without_the_log_of_its_directory() throws Exception {
        Path data = directory.resolve("data");
        Map<String, String> settings = Map.of("PAP_STORE_PORT", "" + port(), "PAP_DATASET", "oxfordshire");
        try (ServiceProcess first = ServiceProcess.commands(directory, port(), settings)
                .withData(data)
                .start()
                .awaitReady()) {
            first.stop();
        }
        Files.delete(data.resolve("store.mv"));

        ServiceProcess second = ServiceProcess.commands(directory.resolve("again"), port(), settings)
                .withData(data);
        try (second) {
            assertThat(second.start().await(PATIENCE)).isNotZero();
            assertThat(second.log())
                    .containsPattern("The log of this data directory had \\d+ entries, and the store has none\\.");
        }
    }

    private static int port() {
        return Ports.free(1).get(0);
    }

    private static void refused(ServiceProcess service, String sentence) throws Exception {
        try (service) {
            assertThat(service.start().await(PATIENCE)).isNotZero();
            assertThat(service.log().lines().map(String::strip)).contains(sentence);
            assertThat(service.log()).doesNotContain(PASSWORD);
        }
    }
}
