package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Somebody who believes nothing: takes the history away and checks it with the one file that needs no service. */
final class VisitingReviewer {
    private final ServiceProcess queries;
    private final Path directory;

    VisitingReviewer(ServiceProcess queries, Path directory) {
        this.queries = queries;
        this.directory = directory;
    }

    void findsThatAllHolds() throws IOException, InterruptedException {
        keep("key", "key.txt");
        keep("verifier", "Verify.java");
        keep("checkpoint", "checkpoint.txt");
        keep("export", "export.ndjson");
        keep("export/leaves", "leaves.txt");
        keep("export/texts", "texts.ndjson");
        try (Started verifier = Started.command(
                directory,
                Map.of(),
                "bash",
                "-c",
                "cd '%s' && '%s' Verify.java export.ndjson checkpoint.txt leaves.txt texts.ndjson key.txt"
                        .formatted(directory, Path.of(System.getProperty("java.home"), "bin", "java")))) {
            assertThat(verifier.await(Duration.ofMinutes(2)))
                    .as(verifier.output())
                    .isZero();
            assertThat(verifier.output()).endsWith("All of it holds.\n");
        }
    }

    private void keep(String path, String file) throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve(file), Http.awaited(queries.address(), "reviewer", "/api/v1/audit/" + path, 0));
    }
}
