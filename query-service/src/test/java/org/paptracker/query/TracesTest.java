package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String WORDS = "Jo Bloggs – 3 High Street";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 5, (1 << 20) + 20, (2 << 20) + 10, 3_000_000})
    void words_are_found_wherever_they_stand(int at) throws IOException {
        Files.writeString(directory.resolve("with"), "x".repeat(at) + WORDS + "x".repeat(at % 7));
        Files.writeString(directory.resolve("without"), "x".repeat(at) + WORDS.substring(1));

        assertThat(Traces.of(List.of("secret", WORDS), directory)).containsExactly("with");
        assertThat(Traces.of(List.of("secret"), directory)).isEmpty();
    }
}
