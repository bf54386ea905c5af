package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tool that knows nothing of us asks both services whatever their descriptions allow: schemathesis, in the long form,
 * where there is Python and the package can be had.
 */
class SchemathesisIT {
    private static final Path VENV = Path.of("target", "schemathesis").toAbsolutePath();
    private static final Path TOOL = VENV.resolve("bin/schemathesis");
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    static Path directory;

    private static Oxfordshire oxfordshire;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Tally.LONG, "Only in the long form");
        boolean canBeHad = Files.exists(TOOL)
                || (succeeds("python3", "-m", "venv", VENV.toString())
                        && succeeds(VENV.resolve("bin/pip").toString(), "install", "--quiet", "schemathesis==4.32.5"));
        if (!canBeHad) {
            System.out.println("SKIPPED: there is no Python here, or schemathesis can't be installed.");
            abort("No schemathesis");
        }
        oxfordshire = Oxfordshire.start(directory);
    }

    @AfterAll
    static void stop() {
        if (oxfordshire != null) oxfordshire.close();
    }

    private static boolean succeeds(String... command) {
        try (Started started = Started.command(directory, Map.of(), command)) {
            return started.await(PATIENCE) == 0;
        } catch (RuntimeException e) {
            return false; // no such program
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_request_that_the_description_allows_breaks_a_service(boolean isCommand) {
        int port = isCommand ? oxfordshire.commandPort() : oxfordshire.queryPort();
        List<String> command = List.of(
                TOOL.toString(),
                "run",
                "http://127.0.0.1:" + port + "/v3/api-docs",
                "--auth=office:" + Oxfordshire.PASSWORD,
                "--checks=not_a_server_error",
                "--phases=examples,coverage,fuzzing",
                "--max-examples=20",
                "--seed=" + Tally.seed(),
                "--generation-database=none",
                "--suppress-health-check=all",
                "--no-color");
        try (Started tool = Started.command(directory, Map.of(), command.toArray(String[]::new))) {
            assertThat(tool.await(PATIENCE)).as(tool.output()).isZero();
        }
    }
}
