package org.paptracker.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import tools.jackson.databind.JsonNode;

/** Checkpoints and proofs over HTTP, of a log that holds what this version can't read, too. */
class LedgerApiTest {
    private static final String ROOT = "/api/v1/audit";

    @TempDir
    static Path directory;

    private static QueryService service;
    private static long size;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(History.plan()), OFFICE);
        service.tell(RandomHistory.interleaved(4, 100));
        RawLog log = new RawLog(service);
        long position = service.bean(MongoEventLog.class).position();
        log.append(position + 1, "something-of-tomorrow", "{\"plan\":\"oxfordshire-pap\"}");
        log.append(position + 2, "milestone-progress-recorded", "{\"percent");
        size = position + 2;
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<Hash> leaves() {
        List<Hash> leaves = new ArrayList<>();
        LogLines log = service.bean(LogLines.class);
        for (List<LogLine> lines = log.after(0, 100); !lines.isEmpty(); lines = log.after(leaves.size(), 100)) {
            for (LogLine line : lines) leaves.add(Hash.leaf(line.bytes()));
        }
        assertThat(leaves).hasSize((int) size);
        return leaves;
    }

    private static String text(String path) {
        HttpResponse<String> response = service.get(ROOT + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
        return response.body();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.at(Base64.getDecoder().decode(base64.asString()), 0);
    }

    private static List<Hash> hashes(JsonNode answer) {
        List<Hash> hashes = new ArrayList<>();
        answer.path("hashes").forEach(each -> hashes.add(hash(each)));
        return hashes;
    }

    @Test
    void a_checkpoint_is_a_signed_note_over_the_whole_log() throws GeneralSecurityException {
        String[] lines = text("/checkpoint").split("\n", -1);
        String[] key = text("/key").strip().split("\\+", 3);

        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo(key[0]).matches("paptracker\\.local/[0-9a-f]{8}");
        assertThat(lines[1]).isEqualTo(String.valueOf(size));
        assertThat(lines[2]).isEqualTo(TreeTest.over(leaves(), size).root().base64());
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("\u2014 " + key[0] + " ");
        assertThat(lines[5]).isEmpty();

        byte[] publicKey = Base64.getDecoder().decode(key[2]);
        byte[] signed = Base64.getDecoder().decode(lines[4].substring(key[0].length() + 3));
        MessageDigest id = MessageDigest.getInstance("SHA-256");
        id.update((key[0] + "\n").getBytes(UTF_8));
        byte[] first = Arrays.copyOf(id.digest(publicKey), 4);
        assertThat(HexFormat.of().formatHex(first)).isEqualTo(key[1]);
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(first);
        Signature signature = Signature.getInstance("Ed25519");
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(publicKey, 1, 33));
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        signature.update((lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n").getBytes(UTF_8));
        assertThat(signature.verify(signed, 4, 64)).isTrue();
    }

    @Test
    void a_checkpoint_of_an_earlier_size_is_the_one_given_then() {
        List<Hash> leaves = leaves();
        for (long at : new long[] {0, 1, 255, 256, 257, size - 1, size}) {
            assertThat(text("/checkpoint?size=" + at))
                    .contains(
                            "\n" + at + "\n" + TreeTest.over(leaves, at).root().base64() + "\n\n")
                    .isEqualTo(service.bean(Checkpoints.class).at(at));
        }
    }

    @Test
    void every_entry_can_be_shown_to_be_in_a_checkpoint() {
        List<Hash> leaves = leaves();
        for (long position : new long[] {1, 2, 200, 256, 257, size - 1, size}) {
            JsonNode proof = service.json(ROOT + "/proof/" + position);

            assertThat(proof.path("position").asLong()).isEqualTo(position);
            assertThat(proof.path("size").asLong()).isEqualTo(size);
            assertThat(hash(proof.path("leafHash"))).isEqualTo(leaves.get((int) position - 1));
            assertThat(Proving.includes(
                            hash(proof.path("leafHash")), position - 1, size, hashes(proof), hash(proof.path("root"))))
                    .isTrue();
            assertThat(text("/checkpoint")).contains(proof.path("root").asString());
        }
        JsonNode earlier = service.json(ROOT + "/proof/3?size=5");
        assertThat(hash(earlier.path("root")))
                .isEqualTo(TreeTest.over(leaves, 5).root());
        assertThat(hashes(earlier)).isEqualTo(TreeTest.over(leaves, 5).inclusion(2));
    }

    @Test
    void where_the_ledger_ends_is_told_rightly_whatever_size_is_asked_about() {
        String head = "The ledger goes to position " + size + " so far.";
        assertThat(detail("/proof/6?size=5"))
                .isEqualTo("Position 6 is not among the first 5 entries, which \"size\" asks about. " + head);
        assertThat(detail("/proof/999999?size=5")).isEqualTo(head);
        assertThat(detail("/proof/1?size=999999")).isEqualTo(head);
        assertThat(detail("/checkpoint?size=999999")).isEqualTo(head);
        assertThat(detail("/consistency?from=999999&to=5")).isEqualTo(head);
    }

    private static String detail(String path) {
        return service.parse(service.get(ROOT + path).body()).path("detail").asString();
    }

    @Test
    void a_checkpoint_can_be_shown_to_continue_an_earlier_one() {
        List<Hash> leaves = leaves();
        for (long from : new long[] {1, 2, 100, 256, 300, size}) {
            JsonNode proof = service.json(ROOT + "/consistency?from=" + from);

            assertThat(proof.path("from").asLong()).isEqualTo(from);
            assertThat(proof.path("to").asLong()).isEqualTo(size);
            assertThat(hash(proof.path("fromRoot")))
                    .isEqualTo(TreeTest.over(leaves, from).root());
            assertThat(Proving.continues(
                            from, hash(proof.path("fromRoot")), size, hash(proof.path("toRoot")), hashes(proof)))
                    .isTrue();
        }
        assertThat(hashes(service.json(ROOT + "/consistency?from=3&to=7")))
                .isEqualTo(TreeTest.over(leaves, 7).consistency(3));
        assertThat(hashes(service.json(ROOT + "/consistency?from=0&to=7"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /checkpoint?size=-1 | 400 | request.invalid-value | size | must be 0 or more
            /checkpoint?size=x | 400 | request.wrong-type | size | must be a whole number
            /checkpoint?size=999999 | 404 | ledger.beyond-end | |
            /proof/0 | 400 | request.invalid-value | position | must be 1 or more
            /proof/x | 400 | request.wrong-type | position | must be a whole number
            /proof/999999 | 404 | ledger.beyond-end | |
            /proof/6?size=5 | 404 | ledger.beyond-end | |
            /proof/1?size=999999 | 404 | ledger.beyond-end | |
            /consistency | 400 | request.invalid-value | from | is missing
            /consistency?from=-1 | 400 | request.invalid-value | from | must be 0 or more
            /consistency?from=3&to=2 | 400 | request.invalid-value | from | must not be more than "to"
            /consistency?from=3&to=999999 | 404 | ledger.beyond-end | |
            /consistency?from=999999 | 404 | ledger.beyond-end | |
            """)
    void what_can_not_be_answered_is_refused_in_words(
            String path, int status, String code, String field, String message) {
        HttpResponse<String> response = service.get(ROOT + path);
        JsonNode problem = service.parse(response.body());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        if (status == 404) assertThat(problem.path("detail").asString()).contains("goes to position");
        if (field != null) {
            assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
            assertThat(problem.path("errors").path(0).path("message").asString())
                    .isEqualTo(message);
        }
    }

    @Test
    void nothing_is_a_dead_letter_and_a_replay_or_a_restart_leaves_every_byte_as_it_was() {
        String before = text("/checkpoint");
        assertThat(service.metric("pap_dead_letters", "projection=\"ledger\"")).isZero();
        assertThat(service.metric("pap_projection_position", "projection=\"ledger\""))
                .isEqualTo((double) size);

        service.replay(LedgerProjection.PROJECTION);
        assertThat(text("/checkpoint")).isEqualTo(before);

        service.close();
        service = QueryService.start(directory);
        service.awaitViews();
        assertThat(text("/checkpoint")).isEqualTo(before);
        assertThat(service.metric("pap_dead_letters", "projection=\"ledger\"")).isZero();
    }
}
