package org.paptracker.command.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class SecretKeysTest {
    private static final String SET = "ab".repeat(32);
    private static final SecretKeys KEYS = new SecretKeys("PAP_SOME_KEY", "some-key");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("some-key");
    }

    private byte[] made() {
        return KEYS.key("", "", directory);
    }

    @Test
    void a_first_start_makes_one_that_only_its_owner_can_read_and_every_later_one_takes_it() throws IOException {
        byte[] first = made();

        assertThat(first).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(made()).isEqualTo(first);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("no draft is left").containsExactly(file());
        }
    }

    @Test
    void of_several_first_starts_at_once_all_take_the_same() {
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(start -> Arrays.toString(made()))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void the_setting_goes_before_the_file_and_on_mongodb_there_has_to_be_one() {
        assertThat(KEYS.key(SET, "", directory)).containsOnly((byte) 0xab);
        assertThat(KEYS.key(SET, "mongodb://somewhere", directory)).containsOnly((byte) 0xab);
        assertThatThrownBy(() -> KEYS.key("", "mongodb://somewhere", directory))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("PAP_SOME_KEY is not set");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "abab", "zz"})
    void a_setting_that_is_no_key_is_refused_without_being_repeated(String setting) {
        UnusableKey refusal = catchThrowableOfType(UnusableKey.class, () -> KEYS.key(setting, "", directory));

        assertThat(refusal).hasMessage("PAP_SOME_KEY is not a key").hasNoCause();
        assertThat(refusal.action()).isEqualTo("Make one: openssl rand -hex 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x"})
    void one_that_others_can_use_is_refused(String permissions) throws IOException {
        made();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThat(words().getDescription()).isEqualTo("Others than its owner may use the key " + file() + ".");
        assertThat(words().getAction()).contains("chmod 600");
    }

    @Test
    void a_file_that_holds_none_is_refused_and_stays_as_it_is() throws IOException {
        made();
        Files.writeString(file(), "no key");

        assertThat(words().getDescription()).isEqualTo("The file " + file() + " holds no key.");
        assertThat(Files.readString(file())).isEqualTo("no key");
    }

    @Test
    void a_directory_that_can_not_be_written_is_refused_in_a_sentence() throws IOException {
        Path noDirectory = Files.writeString(directory.resolve("not-a-directory"), "");

        assertThatThrownBy(() -> KEYS.key("", "", noDirectory))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("can't be read or made");
    }

    private FailureAnalysis words() {
        UnusableKey refusal = catchThrowableOfType(UnusableKey.class, this::made);
        return new UnusableKey.Analyzer().analyze(new IllegalStateException(refusal));
    }
}
