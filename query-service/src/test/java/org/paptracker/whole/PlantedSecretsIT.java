package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.Traces;

/** Passwords and keys are given to the running services in every way there is, and turn up nowhere. */
class PlantedSecretsIT {
    private static final String PASSWORD = "planted-password-of-all-local-users";
    private static final String WRONG = "planted-password-that-is-wrong";
    private static final String BEARER = "planted.bearer.token";
    private static final String STORE = "planted-password-of-the-store";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void no_log_no_store_and_no_answer_holds_a_secret() throws Exception {
        List<Integer> ports = Ports.free(3);
        Map<String, String> environment = Map.of(
                "PAP_DATA", directory.resolve("data").toString(),
                "PAP_DATASET", "none",
                "PAP_LOCAL_PASSWORD", PASSWORD,
                "PAP_COMMAND_PORT", ports.get(0).toString(),
                "PAP_QUERY_PORT", ports.get(1).toString(),
                "PAP_STORE_PORT", ports.get(2).toString());
        StringBuilder said = new StringBuilder();
        try (Started services = Started.services(directory, environment)) {
            services.awaitLine("ready", Duration.ofMinutes(2));
            for (int port : ports.subList(0, 2)) {
                for (String path :
                        List.of("/api/v1/plans", "/api/v1/nothing", "/v3/api-docs", "/actuator/prometheus")) {
                    for (String header :
                            List.of(basic(PASSWORD), basic(WRONG), "Bearer " + BEARER, "Nonsense " + WRONG)) {
                        said.append(answer(port, path, header));
                    }
                }
            }
            assertThat(services.stop()).isZero();
            said.append(services.output());
        }
        assertThat(said).contains("pap_log_position"); // so the right password was taken
        said.append(failedStart(ports));

        String key =
                Files.readString(directory.resolve("data/audit-signing-key")).strip();
        String requestKey =
                Files.readString(directory.resolve("data/request-key")).strip();
        for (String secret : List.of(PASSWORD, WRONG, BEARER, STORE, key, requestKey)) {
            assertThat(said).doesNotContain(secret);
            assertThat(Traces.of(List.of(secret), directory))
                    .as("files that hold a secret")
                    .isSubsetOf(Set.of("audit-signing-key", "request-key"));
        }
        assertThat(Traces.of(List.of(key), directory))
                .containsExactly("audit-signing-key"); // so what is there is found
    }

    /** The address of a store that does not answer, with its password. */
    private String failedStart(List<Integer> ports) {
        Map<String, String> environment = Map.of(
                "PAP_DATA",
                directory.resolve("data").toString(),
                "PAP_MONGODB_URI",
                "mongodb://pap:" + STORE + "@127.0.0.1:1/pap?serverSelectionTimeoutMS=500&connectTimeoutMS=500",
                "PAP_COMMIT_SIGNING_KEY",
                SigningKey.make(),
                RequestKey.SETTING,
                RequestKey.SECRET,
                "PAP_COMMAND_PORT",
                ports.get(0).toString(),
                "PAP_QUERY_PORT",
                ports.get(1).toString());
        try (Started services = Started.services(directory, environment)) {
            assertThat(services.await(Duration.ofMinutes(2)))
                    .as(services.output())
                    .isNotZero();
            return services.output();
        }
    }

    private String answer(int port, String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.headers().map() + response.body();
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("metrics:" + password).getBytes(StandardCharsets.UTF_8));
    }
}
