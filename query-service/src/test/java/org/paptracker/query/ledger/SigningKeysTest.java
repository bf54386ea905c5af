package org.paptracker.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.paptracker.query.ledger.LedgerConfig.KEY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.platform.store.KeyFailureAnalyzer;
import org.paptracker.signing.KeyUnusable;
import org.paptracker.signing.SigningKey;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class SigningKeysTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve(KEY.file());
    }

    @Test
    void a_first_start_makes_a_key_that_only_its_owner_can_read_and_every_later_one_takes_it() throws IOException {
        SigningKey made = KEY.in(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).isEqualTo(made.secret() + "\n");
        assertThat(KEY.in(directory).secret()).isEqualTo(made.secret());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("no draft is left").containsExactly(file());
        }
    }

    @Test
    void of_several_first_starts_at_once_all_take_the_same_key() {
        List<String> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> KEY.in(directory).secret())
                .distinct()
                .toList();

        assertThat(keys).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x"})
    void a_key_that_others_can_use_is_refused(String permissions) throws IOException {
        String key = KEY.in(directory).secret();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        FailureAnalysis words = words();
        assertThat(words.getDescription()).isEqualTo("Others than its owner may use the signing key " + file() + ".");
        assertThat(words.getAction()).contains("chmod 600").doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "PRIVATE+KEY+x+00000000+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"})
    void a_file_that_holds_no_key_is_refused_and_stays_as_it_is(String content) throws IOException {
        KEY.in(directory);
        Files.writeString(file(), content);

        FailureAnalysis words = words();
        assertThat(words.getDescription()).isEqualTo("The file " + file() + " holds no signing key.");
        assertThat(words.getAction()).contains("Put back the one that was there");
        assertThat(Files.readString(file())).isEqualTo(content);
    }

    private FailureAnalysis words() {
        KeyUnusable refusal = catchThrowableOfType(KeyUnusable.class, () -> KEY.in(directory));
        return new KeyFailureAnalyzer().analyze(new IllegalStateException(refusal));
    }

    @Test
    void a_directory_that_can_not_be_written_is_refused_in_a_sentence() throws IOException {
        Path file = Files.writeString(directory.resolve("not-a-directory"), "");

        assertThatThrownBy(() -> KEY.in(file))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("can't be read or made");
    }

    @Test
    void a_setting_that_is_no_key_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> KEY.given("PRIVATE+KEY+secret"))
                .isInstanceOf(KeyUnusable.class)
                .hasMessage("PAP_AUDIT_SIGNING_KEY is not a signing key")
                .satisfies(e -> assertThat(((KeyUnusable) e).action()).doesNotContain("secret"))
                .hasNoCause();
    }

    @Test
    void the_setting_goes_before_the_file_and_on_mongodb_there_has_to_be_one() {
        LedgerConfig config = new LedgerConfig();
        String key = NoteSigner.make("x", new SecureRandom()).signerKey();

        assertThat(config.noteSigner(key, "", directory).signerKey()).isEqualTo(key);
        assertThat(config.noteSigner(key, "mongodb://somewhere", directory).signerKey())
                .isEqualTo(key);
        assertThat(file()).doesNotExist();
        assertThatThrownBy(() -> config.noteSigner("", "mongodb://somewhere", directory))
                .isInstanceOf(KeyUnusable.class)
                .hasMessage("PAP_AUDIT_SIGNING_KEY is not set");
        assertThat(file()).doesNotExist();
    }

    /** OpenSSL knows nothing of our code: it makes the key and the id on its own. */
    @Test
    void the_script_for_operators_makes_a_key() throws Exception {
        Path script = Path.of("..", "deploy", "new-signing-key");
        Process made = new ProcessBuilder("bash", script.toString(), "paptracker.example.org").start();
        List<String> keys =
                new String(made.getInputStream().readAllBytes(), UTF_8).lines().toList();

        assertThat(made.waitFor()).isZero();
        assertThat(keys).hasSize(2);
        assertThat(NoteSigner.parse(keys.get(0)).name()).isEqualTo("paptracker.example.org");
        assertThat(NoteSigner.parse(keys.get(0)).verifierKey()).isEqualTo(keys.get(1));
    }

    @Test
    void the_words_are_found_by_the_start() {
        List<FailureAnalyzer> found = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, others) -> {});

        assertThat(found).anyMatch(KeyFailureAnalyzer.class::isInstance);
    }
}
