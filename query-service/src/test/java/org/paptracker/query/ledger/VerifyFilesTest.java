package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.ledger.ExportedLog.joined;
import static org.paptracker.query.ledger.ExportedLog.leaves;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be: the verifier says which, and where, and judges nothing. */
class VerifyFilesTest {
    @TempDir
    static Path folder;

    private static VerifyRunner verifier;
    private static IndependentSigner signer;
    private static ExportedLog log;

    @BeforeAll
    static void compile() throws Exception {
        verifier = new VerifyRunner(folder);
        signer = new IndependentSigner("paptracker.example/audit");
        log = ExportedLog.of(9, 1);
    }

    @BeforeEach
    void all_is_well() throws Exception {
        verifier.write("export.ndjson", joined(log.lines()));
        verifier.write("checkpoint.txt", signer.checkpoint(log.lines()));
        verifier.write("leaves.txt", leaves(log.lines()));
        verifier.write("texts.ndjson", joined(log.texts()));
        verifier.write("key.txt", signer.key());
        assertThat(verifier.run("export.ndjson", "checkpoint.txt", "leaves.txt", "texts.ndjson", "key.txt")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^paptracker | \\\\n            | 1",
                "^paptracker | p\u0001ap         | 1",
                "\\n9\\n     | \\\\n09\\\\n     | 2",
                "\\n9\\n     | \\\\n-9\\\\n     | 2",
                "\\n9\\n     | \\\\n9 \\\\n     | 2",
                "\\n9\\n     | \\\\n9\\\\r\\\\n  | 2",
                "\\n9\\n     | \\\\n9999999999999999999\\\\n | 2",
                "=\\n\\n     | \\\\n\\\\n       | 3",
                ".=\\n\\n    | B=\\\\n\\\\n     | 3",
                "=\\n\\n     | =\\\\nmore\\\\n\\\\n | 4",
                "=\\n\\n     | =\\\\n           | 4",
                "\u2014      | -                | 5",
                "\u2014 \\S+ | \u2014           | 5",
                "\u2014 \\S+ | \u2014 a+b       | 5",
                "\u2014 (\\S+) .* | \u2014 $1 AAAA | 5",
                "=\\n$       | \\\\n            | 5",
                "=\\n$       | =               | 5",
                "\u2014 (?s).* | \\\\n          | 5",
                "\\z         | more            | 6",
                "\\z         | \\\\n           | 6"
            })
    void a_checkpoint_is_read_strictly(String is, String becomes, int line) throws Exception {
        String good = signer.checkpoint(log.lines());
        String text = good.replaceFirst(
                is.strip() + "(?-s)", becomes.strip().translateEscapes().translateEscapes());
        assertThat(text).isNotEqualTo(good);
        verifier.write("checkpoint.txt", text);

        assertThat(refused("export.ndjson", "checkpoint.txt"))
                .isEqualTo("checkpoint.txt, line %d: %s.".formatted(line, "this is not how a checkpoint reads"));
    }

    @ParameterizedTest
    @CsvSource({
        "[+]A, +B, this is not how an Ed25519 key reads",
        "\\z, more, this is not how an Ed25519 key reads",
        "'\n', '\n\n', this is not how an Ed25519 key reads",
        "^paptracker, other, the number is not that of the key"
    })
    void a_key_is_read_strictly(String is, String becomes, String what) throws Exception {
        verifier.write("key.txt", signer.key().replaceFirst(is, becomes));

        assertThat(refused("export.ndjson", "checkpoint.txt", "key.txt")).isEqualTo("key.txt, line 1: " + what + ".");
    }

    @ParameterizedTest
    @CsvSource({"'=\n(.*)=', '=\n$1', 2", "'=\n(.*).=', '=\n$1B=', 2", "'\\z', 'more', 10", "'\\z', '\n', 10"})
    void leaves_are_read_strictly(String is, String becomes, int line) throws Exception {
        verifier.write("leaves.txt", leaves(log.lines()).replaceFirst(is, becomes));

        assertThat(refused("export.ndjson", "checkpoint.txt", "leaves.txt"))
                .isEqualTo("leaves.txt, line %d: this is not how a hash reads.".formatted(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"position\":5|\"position\":05|this is not how a text reads",
                "\"position\":5|\"position\":2|its entry should have come before",
                ".==\"|B==\"|this is not how a text reads",
                "==\"|=\"|this is not how a text reads",
                "\\\\n|\\\\x|this is not how a text reads",
                "sha256:|sha1:|this is not how a text reads",
                "\"salt\".*|\"redactedOn\":\"2025-13-03\",\"ground\":\"COURT_ORDER\"}|this is not how a text reads",
                "\"salt\".*|\"redactedOn\":\"2025-02-03\",\"ground\":\"\"}|this is not how a text reads",
                "}$|`} `|this is not how a text reads"
            })
    void texts_are_read_strictly(String is, String becomes, String what) throws Exception {
        String good = log.texts().get(1);
        String text = good.replaceFirst(is, becomes);
        assertThat(text).isNotEqualTo(good);
        verifier.write("texts.ndjson", log.texts().get(0) + "\n" + text + "\n");

        assertThat(refused("export.ndjson", "checkpoint.txt", "texts.ndjson"))
                .isEqualTo("texts.ndjson, line 2: " + what + ".");
    }

    @Test
    void no_text_is_of_entry_0() throws Exception {
        verifier.write("texts.ndjson", log.texts().get(0).replace("\"position\":3", "\"position\":0") + "\n");

        assertThat(refused("export.ndjson", "checkpoint.txt", "texts.ndjson"))
                .isEqualTo("texts.ndjson, line 1: its entry should have come before.");
    }

    @Test
    void a_file_of_no_known_kind_is_named() throws Exception {
        verifier.write("notes.txt", "to do\n");

        assertThat(refused("export.ndjson", "checkpoint.txt", "notes.txt"))
                .isEqualTo("notes.txt, line 1: this is no checkpoint, no leaves, no texts and no key.");
    }

    @Test
    void of_one_kind_one_is_enough() throws Exception {
        verifier.write("key2.txt", signer.key());

        assertThat(refused("export.ndjson", "checkpoint.txt", "key.txt", "key2.txt"))
                .isEqualTo("key.txt and key2.txt are of the same kind. Give one of them.");
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        assertThat(refused("export.ndjson", "checkpoint.txt", "gone.txt")).isEqualTo("gone.txt cannot be read.");
        assertThat(refused("classes", "checkpoint.txt")).isEqualTo("classes cannot be read.");
    }

    @Test
    void a_checkpoint_is_needed() throws Exception {
        assertThat(refused("export.ndjson")).isEqualTo("An export and its checkpoint are needed. See --help.");
    }

    private static String refused(String... files) throws Exception {
        VerifyRunner.Said said = verifier.run(files);
        assertThat(said.code()).as(said.text()).isEqualTo(2);
        String last = said.sentences().get(said.sentences().size() - 1);
        assertThat(last).startsWith("It could not be checked: ");
        return last.substring("It could not be checked: ".length());
    }
}
