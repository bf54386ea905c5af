package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing secret is committed, and nothing secret is copied into an image. */
class SecretsTest {
    private static final Map<String, Pattern> SECRETS = Map.of(
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]"),
            "a key that signs notes", Pattern.compile("PRIVATE\\+KEY\\+[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{40,}"),
            "a hashed password", Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}"),
            "a token", Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.|gh[pousr]_\\w{36}|AKIA[0-9A-Z]{16}"),
            "an address with a password", Pattern.compile("[a-z+]{3,}://[^/\\s:@$\"<{]+:[^/\\s@$\"<{%]{3,}@"),
            "a password that is set",
                    Pattern.compile(
                            "(?im)^[ \"'-]*[\\w.-]*(password|secret|token)\"?[ \\t]*[:=][ \\t]*[\"']?[\\w+-]{12,}"));

    /** A key published by others as an example, which signs nothing: the tests compare our notes with theirs. And a form. */
    private static final List<String> EXAMPLES =
            List.of("EKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF", "//name:password@");

    @TempDir
    Path directory;

    @Test
    void no_committed_file_holds_one() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : committed()) found.addAll(secretsIn(file));
        assertThat(found).isEmpty();
    }

    static List<String> planted() {
        return List.of(
                "-----BEGIN " + "PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIGeT",
                "PRIVATE" + "+KEY+some.host+c74f20a3+" + "AQmTzL0kXr7dJb2VnWc5sYpHf8uEoGi3RaKt6NqZxC1w",
                "pass: $2a" + "$10$" + "N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "Bearer eyJ" + "hbGciOiJSUzI1NiJ9" + ".eyJ" + "zdWIiOiJsZWFkLXQyIn0" + ".c2ln",
                "uri: mongodb" + "://pap:" + "hunter22@mongodb:27017/pap",
                "  PAP_LOCAL_" + "PASSWORD: correct-horse-battery");
    }

    @ParameterizedTest
    @MethodSource("planted")
    void one_that_is_planted_is_found(String secret) throws IOException {
        Path file = Files.writeString(directory.resolve("planted.yml"), "name: harmless\n" + secret + "\n");
        assertThat(secretsIn(file)).hasSize(1);
    }

    @Test
    void what_the_services_keep_beside_the_code_is_neither_committed_nor_copied_into_an_image() throws IOException {
        for (String list : List.of(".gitignore", ".dockerignore")) {
            assertThat(Files.readAllLines(Started.REPOSITORY.resolve(list)))
                    .as(list)
                    .anyMatch(line -> line.matches("data/?"))
                    .contains(".env");
        }
    }

    private static Set<String> secretsIn(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Set<String> found = new TreeSet<>();
        Map<String, Pattern> looked = new LinkedHashMap<>(SECRETS);
        // In code an assignment names a variable far more often than it holds a secret.
        if (file.toString().matches(".*\\.(java|html|md)")) looked.remove("a password that is set");
        looked.forEach((what, pattern) -> {
            Matcher secret = pattern.matcher(text);
            while (secret.find()) {
                if (EXAMPLES.stream().noneMatch(secret.group()::contains))
                    found.add(file + ": " + what + " at character " + secret.start());
            }
        });
        return found;
    }

    /** What git knows; without git, as in an unpacked archive, every file that is not built. */
    private List<Path> committed() throws IOException {
        List<Path> files;
        if (Files.exists(Started.REPOSITORY.resolve(".git"))) {
            Started git = Started.command(directory, Map.of(), "git", "ls-files", "-co", "--exclude-standard");
            assertThat(git.await(Duration.ofMinutes(1))).as(git.output()).isZero();
            files = git.output().lines().map(Started.REPOSITORY::resolve).toList();
        } else {
            try (var all = Files.walk(Started.REPOSITORY)) {
                files = all.filter(file -> !file.toString().matches(".*/(target|data)/.*"))
                        .toList();
            }
        }
        List<Path> readable = files.stream().filter(Files::isRegularFile).toList();
        assertThat(readable).hasSizeGreaterThan(500);
        return readable;
    }
}
