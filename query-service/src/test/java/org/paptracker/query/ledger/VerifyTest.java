package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.ledger.ExportedLog.joined;
import static org.paptracker.query.ledger.ExportedLog.leaves;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verifier says of histories that hold, and of each way in which they may not. */
class VerifyTest {
    private static final String[] ALL = {
        "export.ndjson", "checkpoint.txt", "older.txt", "oldest.txt", "leaves.txt", "texts.ndjson", "key.txt"
    };

    @TempDir
    static Path folder;

    private static VerifyRunner verifier;
    private static IndependentSigner signer;
    private static ExportedLog log;

    @BeforeAll
    static void compiles_without_a_warning_and_needs_nothing_but_the_jdk() throws Exception {
        verifier = new VerifyRunner(folder);
        signer = new IndependentSigner("paptracker.example/audit");
        log = ExportedLog.of(60, 1);
    }

    @BeforeEach
    void all_holds_at_first() throws Exception {
        verifier.write("export.ndjson", joined(log.lines()));
        verifier.write("checkpoint.txt", signer.checkpoint(log.lines()));
        verifier.write("older.txt", signer.checkpoint(log.lines().subList(0, 40)));
        verifier.write("oldest.txt", signer.checkpoint(log.lines().subList(0, 20)));
        verifier.write("leaves.txt", leaves(log.lines()));
        verifier.write("texts.ndjson", joined(log.texts()));
        verifier.write("key.txt", signer.key());
    }

    @Test
    void says_of_each_thing_that_it_holds() throws Exception {
        VerifyRunner.Said said = verifier.run(ALL);

        assertThat(said.sentences())
                .containsExactly(
                        "[holds] oldest.txt is signed with the key in key.txt.",
                        "[holds] older.txt is signed with the key in key.txt.",
                        "[holds] checkpoint.txt is signed with the key in key.txt.",
                        "[holds] The first 60 lines of leaves.txt belong to checkpoint.txt.",
                        "[holds] The first 60 lines of export.ndjson are entries, in order, none missing.",
                        "[holds] The history that the checkpoint of 20 entries stood for is unchanged (oldest.txt).",
                        "[holds] The history that the checkpoint of 40 entries stood for is unchanged (older.txt).",
                        "[holds] The first 60 entries are those that checkpoint.txt stands for.",
                        "[holds] Texts: 32 as recorded, 0 taken out.",
                        "Checked: the signatures of 3 checkpoints, with the key in key.txt.",
                        "Checked: 60 of 60 entries given, against checkpoint.txt.",
                        "Checked: the words of the entries, in texts.ndjson.",
                        "All of it holds.");
        assertThat(said.code()).isZero();
    }

    @Test
    void knows_all_but_the_first_two_by_what_is_in_them() throws Exception {
        String[] backwards = {
            "export.ndjson", "checkpoint.txt", "key.txt", "texts.ndjson", "leaves.txt", "oldest.txt", "older.txt"
        };

        assertThat(verifier.run(backwards)).isEqualTo(verifier.run(ALL));
    }

    @Test
    void is_run_with_nothing_but_java() throws Exception {
        assertThat(process(ALL)).isEqualTo(verifier.run(ALL));
        export(changed(17));
        assertThat(process(ALL)).isEqualTo(verifier.run(ALL)).matches(said -> said.code() == 1);
    }

    @Test
    void explains_itself() throws Exception {
        VerifyRunner.Said said = verifier.run("--help");

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("java Verify.java export.ndjson checkpoint.txt [older-checkpoint.txt ...] [leaves.txt]")
                .contains("/api/v1/audit/export/texts    texts.ndjson")
                .contains("Ends with 0 only if a signed checkpoint over all entries given holds");
    }

    @Test
    void says_that_signatures_were_not_checked_and_where_the_key_is() throws Exception {
        VerifyRunner.Said said = verifier.run("export.ndjson", "checkpoint.txt");

        String unchecked = "Not checked: the signatures. Get the key from /api/v1/audit/key and give that file too.";
        assertThat(said.sentences())
                .containsExactly(
                        "[note]  " + unchecked,
                        "[holds] The first 60 lines of export.ndjson are entries, in order, none missing.",
                        "[holds] The first 60 entries are those that checkpoint.txt stands for.",
                        "[note]  The words were not given. An entry holds words only as a digest.",
                        "Checked: 60 of 60 entries given, against checkpoint.txt.",
                        unchecked,
                        "What was checked holds, but not all of it was checked.");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void a_genuine_checkpoint_of_no_entries_proves_nothing_of_a_forged_export() throws Exception {
        export(changed(3));
        verifier.write("checkpoint.txt", signer.checkpoint(List.of()));

        VerifyRunner.Said said = verifier.run("export.ndjson", "checkpoint.txt", "key.txt");

        assertThat(said.sentences())
                .contains("[note]  checkpoint.txt is of an empty log: it says nothing of any entry.")
                .contains("Checked: 0 of 60 entries given, against checkpoint.txt.")
                .contains("Not checked: 60 entries of export.ndjson that came after checkpoint.txt.")
                .endsWith("What was checked holds, but not all of it was checked.");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void a_forged_export_with_a_made_up_signature_does_not_pass_without_the_key_nor_with_it() throws Exception {
        List<String> forged = changed(3);
        export(forged);
        verifier.write("checkpoint.txt", new IndependentSigner(signer.name).checkpoint(forged));

        assertThat(verifier.run("export.ndjson", "checkpoint.txt").code()).isEqualTo(3);
        assertThat(fails("export.ndjson", "checkpoint.txt", "key.txt"))
                .endsWith("It does not hold: checkpoint.txt is not signed with the key in key.txt.");
    }

    @Test
    void leaves_of_later_entries_are_said_to_be_unchecked() throws Exception {
        verifier.write("checkpoint.txt", signer.checkpoint(log.lines().subList(0, 40)));
        export(log.lines().subList(0, 40));

        VerifyRunner.Said said = verifier.run("export.ndjson", "checkpoint.txt", "leaves.txt", "key.txt");

        assertThat(said.sentences()).contains("Not checked: 20 lines of leaves.txt that came after checkpoint.txt.");
        assertThat(said.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 20", "17, 1, 20", "20, 1, 20", "21, 21, 40", "40, 21, 40", "41, 41, 60", "60, 41, 60"})
    void names_the_entry_that_was_changed_by_its_leaf_or_the_stretch_it_lies_in(int position, int from, int to)
            throws Exception {
        export(changed(position));

        assertThat(fails(ALL))
                .contains("[WRONG] The first 60 entries are not those that checkpoint.txt stands for.")
                .contains("[WRONG] Entry %d is not what was recorded.".formatted(position))
                .endsWith("It does not hold: Entry %d is not what was recorded.".formatted(position));
        assertThat(fails("export.ndjson", "checkpoint.txt", "older.txt", "oldest.txt"))
                .contains("[note]  The first entry that differs is between entry %d and entry %d.".formatted(from, to))
                .contains("[note]  The leaves file names it: get it from /api/v1/audit/export/leaves.")
                .last()
                .asString()
                .matches(
                        "It does not hold: The first (20|40|60) entries are not those that (oldest|older|checkpoint).txt stands for.");
    }

    @Test
    void an_export_that_ends_too_soon_is_said_to() throws Exception {
        export(log.lines().subList(0, 59));

        assertThat(fails(ALL))
                .contains("[holds] The history that the checkpoint of 40 entries stood for is unchanged (older.txt).")
                .endsWith("It does not hold: checkpoint.txt counts 60 entries, export.ndjson has only 59.");
    }

    @Test
    void of_an_export_that_goes_on_only_what_the_checkpoint_counts_is_checked() throws Exception {
        List<String> longer = new ArrayList<>(ExportedLog.of(63, 1).lines());
        longer.add("torn");
        export(longer);
        verifier.write("texts.ndjson", joined(ExportedLog.of(63, 1).texts()));

        VerifyRunner.Said said = verifier.run(ALL);

        assertThat(said.sentences())
                .contains("[note]  Not checked: 4 entries of export.ndjson that came after checkpoint.txt.")
                .contains("[note]  Not checked: 1 texts of texts.ndjson, of entries that came after.")
                .contains("Checked: 60 of 64 entries given, against checkpoint.txt.")
                .endsWith("What was checked holds, but not all of it was checked.");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void one_that_was_left_out_is_missing() throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        lines.remove(16);
        export(lines);

        assertThat(fails("export.ndjson", "checkpoint.txt")).endsWith("It does not hold: Entry 17 is missing.");

        lines.set(30, "torn");
        export(lines);
        assertThat(fails("export.ndjson", "checkpoint.txt")).endsWith("It does not hold: Entry 17 is missing.");
    }

    @Test
    void two_that_changed_places_are_out_of_order() throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        Collections.swap(lines, 16, 19);
        export(lines);

        assertThat(fails(ALL))
                .contains("[WRONG] Entry 17 is out of order, on line 20.")
                .contains("[note]  Texts were not checked, because the export is not in order.")
                .endsWith("It does not hold: Entry 17 is not what was recorded.");
    }

    @Test
    void one_that_comes_twice_is_there_again() throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        lines.add(17, lines.get(16));
        export(lines);

        assertThat(fails("export.ndjson", "checkpoint.txt"))
                .contains("[WRONG] Entry 17 is there again on line 18.")
                .endsWith("It does not hold: Entry 17 is there again on line 18.");
    }

    @Test
    void one_that_was_put_in_is_found_whatever_number_it_has() throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        lines.add(16, lines.get(16).replace("noted", "invented"));
        export(lines);

        assertThat(fails(ALL))
                .contains("[WRONG] Entry 17 is there again on line 18.")
                .endsWith("It does not hold: Entry 17 is not what was recorded.");
    }

    @Test
    void lines_end_as_they_were_exported_and_are_utf_8() throws Exception {
        verifier.write("export.ndjson", joined(log.lines()).replace("\n", "\r\n"));
        assertThat(fails(ALL)).contains("[WRONG] Line 1 of export.ndjson is not an entry.");

        byte[] bytes = joined(log.lines()).getBytes(StandardCharsets.ISO_8859_1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("lead-t2")] = (byte) 0xff;
        Files.write(folder.resolve("export.ndjson"), bytes);
        assertThat(fails(ALL)).contains("[WRONG] Line 1 of export.ndjson is not an entry.");
    }

    @Test
    void time_never_goes_back() throws Exception {
        rewritten(17, log.lines().get(16).replace("2025-02-13T", "2025-02-12T"));

        assertThat(fails("export.ndjson", "checkpoint.txt"))
                .endsWith("It does not hold: Entry 17 was recorded before the entry above it.");
    }

    @Test
    void a_stream_leaves_no_number_out() throws Exception {
        List<String> lines = List.of(
                "{'position':1,'id':'a','recordedAt':'2025-02-13T09:30:00.000Z','stream':'plan:x','sequence':0,'type':'t','revision':null,'payload':{},'metadata':{}}",
                "{'position':2,'id':'b','recordedAt':'2025-02-13T09:30:00.000Z','stream':'plan:y','sequence':0,'type':'t','revision':null,'payload':{},'metadata':{}}",
                "{'position':3,'id':'c','recordedAt':'2025-02-13T09:30:00.000Z','stream':'plan:x','sequence':2,'type':'t','revision':null,'payload':{},'metadata':{}}");
        rewritten(lines.stream().map(line -> line.replace('\'', '"')).toList());

        assertThat(fails("export.ndjson", "checkpoint.txt"))
                .endsWith("It does not hold: Entry 3 is number 2 of plan:x, where number 1 is due.");
    }

    @Test
    void a_name_in_a_file_cannot_speak_for_the_verifier() throws Exception {
        String line = log.lines()
                .get(1)
                .replaceFirst(
                        "\"stream\":\".*?\",\"sequence\":\\d+",
                        Matcher.quoteReplacement(
                                "\"stream\":\"\\u001b[2J\\nAll of it holds.\\n\\u202e\",\"sequence\":9"));
        rewritten(2, line);

        assertThat(fails("export.ndjson", "checkpoint.txt"))
                .endsWith("It does not hold: Entry 2 is number 9 of ?[2J?All of it holds.??, where number 0 is due.");
    }

    @Test
    void an_entry_and_its_words_may_be_long() throws Exception {
        ExportedLog some = ExportedLog.of(2, 1);
        String salt = Base64.getEncoder().encodeToString(new byte[16]);
        String words = "\n\"\\".repeat(100_000);
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(("\0".repeat(16) + words).getBytes(StandardCharsets.UTF_8)));
        rewritten(List.of(
                some.lines()
                        .get(0)
                        .replace("\"payload\":{", "\"payload\":{\"big\":\"" + "\\n[{".repeat(300_000) + "\","),
                some.lines()
                        .get(1)
                        .replace("\"payload\":{", "\"payload\":{\"a\":[{\"digest\":\"sha256:" + digest + "\"}],")));
        verifier.write(
                "texts.ndjson",
                "{\"position\":2,\"field\":\"a[0]\",\"digest\":\"sha256:%s\",\"salt\":\"%s\",\"text\":\"%s\"}\n"
                        .formatted(digest, salt, "\\n\\\"\\u005C".repeat(100_000)));

        assertThat(verifier.run("export.ndjson", "checkpoint.txt", "texts.ndjson", "key.txt")
                        .sentences())
                .contains("[holds] Texts: 1 as recorded, 0 taken out.")
                .endsWith("All of it holds.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^.\"position\":17|{\"position\":017",
                "^.\"position\":17|{\"position\": 17",
                "^.\"position\":17|{\"position\":\"17\"",
                "^.\"position\":17|{\"Position\":17",
                "\"type\":\"noted\"|\"type\":\"no\\ted\"\"",
                "\"type\":\"noted\"|\"type\":null",
                "\"type\":\"noted\"|\"type\":\"\\x\"",
                "\"type\":\"noted\"|\"kind\":\"noted\"",
                "[.]000Z|.00Z",
                "[.]000Z|Z",
                "T09:|T99:",
                ",\"metadata\":.\"actor\":\"lead-t2\"}|",
                "}}$|}",
                "}}$|`}} `"
            })
    void what_is_not_an_entry_is_named(String is, String becomes) throws Exception {
        String line = log.lines().get(16).replaceFirst("\\.\\d{3}Z", ".000Z");
        String other = line.replaceFirst(is, becomes == null ? "" : Matcher.quoteReplacement(becomes));
        assertThat(other).isNotEqualTo(line);
        rewritten(17, other);

        assertThat(fails("export.ndjson", "checkpoint.txt"))
                .endsWith("It does not hold: Line 17 of export.ndjson is not an entry.");
    }

    @Test
    void an_older_checkpoint_tells_that_the_whole_log_was_written_anew() throws Exception {
        rewritten(changed(25));

        assertThat(fails("export.ndjson", "checkpoint.txt", "key.txt", "older.txt", "oldest.txt"))
                .contains("[holds] older.txt is signed with the key in key.txt.")
                .contains("[holds] The history that the checkpoint of 20 entries stood for is unchanged (oldest.txt).")
                .contains(
                        "[WRONG] The history was rewritten: it is not what the checkpoint of 40 entries stood for (older.txt).")
                .contains("[holds] The first 60 entries are those that checkpoint.txt stands for.")
                .contains("[note]  The first entry that differs is between entry 21 and entry 40.")
                .contains("[note]  Leaves that were kept with older.txt would name it.")
                .endsWith("It does not hold: The history was rewritten: it is not what the checkpoint of 40 entries"
                        + " stood for (older.txt).");
    }

    @Test
    void leaves_kept_with_an_older_checkpoint_name_the_entry_that_was_rewritten() throws Exception {
        rewritten(changed(25));
        verifier.write("leaves.txt", leaves(log.lines().subList(0, 45)));

        assertThat(fails("export.ndjson", "checkpoint.txt", "older.txt", "oldest.txt", "leaves.txt"))
                .contains("[holds] The first 40 lines of leaves.txt belong to older.txt.")
                .endsWith("It does not hold: Entry 25 is not what was recorded.");
    }

    @Test
    void leaves_that_are_of_no_checkpoint_prove_nothing() throws Exception {
        verifier.write("leaves.txt", leaves(changed(3)));

        assertThat(fails(ALL))
                .doesNotContain("[WRONG] Entry 3 is not what was recorded.")
                .endsWith("It does not hold: leaves.txt does not belong to checkpoint.txt.");

        verifier.write("leaves.txt", leaves(changed(50)));
        assertThat(fails(ALL))
                .contains("[holds] The first 40 lines of leaves.txt belong to older.txt.")
                .endsWith("It does not hold: leaves.txt does not belong to checkpoint.txt.");

        String text = IndependentSigner.text(signer.name, List.of()).replace("\n0\n", "\n60\n");
        verifier.write("checkpoint.txt", signer.signed(text));
        verifier.write("leaves.txt", leaves(log.lines().subList(0, 59)));
        assertThat(fails("export.ndjson", "checkpoint.txt", "leaves.txt"))
                .contains("[WRONG] leaves.txt does not belong to checkpoint.txt.");
    }

    @Test
    void a_log_that_became_shorter_does_not_hold() throws Exception {
        assertThat(fails("export.ndjson", "older.txt", "checkpoint.txt"))
                .endsWith("It does not hold: checkpoint.txt counts 60 entries, older.txt only 40: some were"
                        + " taken away, or the newest is not first.");
    }

    @Test
    void another_key_has_not_signed_it() throws Exception {
        verifier.write("key.txt", new IndependentSigner(signer.name).key());
        assertThat(fails(ALL)).contains("[WRONG] checkpoint.txt is not signed with the key in key.txt.");

        IndependentSigner other = new IndependentSigner("other.example/audit");
        verifier.write("key.txt", other.key());
        verifier.write("checkpoint.txt", other.signed(IndependentSigner.text(signer.name, log.lines())));
        assertThat(fails("export.ndjson", "checkpoint.txt", "key.txt"))
                .contains("[WRONG] checkpoint.txt is not signed with the key in key.txt.");
    }

    @Test
    void a_signature_of_something_else_is_false() throws Exception {
        String text = IndependentSigner.text(signer.name, log.lines());
        verifier.write("checkpoint.txt", text + "\n" + signer.signature(text.replace("\n60\n", "\n59\n")));

        assertThat(fails(ALL))
                .contains("[holds] older.txt is signed with the key in key.txt.")
                .endsWith(
                        "It does not hold: The signature of checkpoint.txt is false: the key in key.txt never signed this.");

        String cut = signer.signature(text).substring(0, signer.signature(text).length() - 13) + "\n";
        verifier.write("checkpoint.txt", text + "\n" + cut);
        assertThat(fails(ALL))
                .endsWith(
                        "It does not hold: The signature of checkpoint.txt is false: the key in key.txt never signed this.");
    }

    @Test
    void one_false_signature_is_not_made_good_by_a_true_one() throws Exception {
        String text = IndependentSigner.text(signer.name, log.lines());
        verifier.write("checkpoint.txt", text + "\n" + signer.signature(text) + signer.signature("something else"));

        assertThat(fails(ALL))
                .contains("[WRONG] The signature of checkpoint.txt is false: the key in key.txt never signed this.");
    }

    @Test
    void a_signature_under_another_name_is_another_s() throws Exception {
        String text = IndependentSigner.text(signer.name, log.lines());
        verifier.write("checkpoint.txt", text + "\n" + signer.signature(text).replace(signer.name, "somebody.example"));

        assertThat(fails(ALL)).contains("[WRONG] checkpoint.txt is not signed with the key in key.txt.");
    }

    @Test
    void others_may_sign_too() throws Exception {
        String text = IndependentSigner.text(signer.name, log.lines());
        String witness = new IndependentSigner("witness.example").signature("something else");
        String namesake = new IndependentSigner(signer.name).signature("something else");
        verifier.write("checkpoint.txt", text + "\n" + witness + namesake + signer.signature(text));

        assertThat(verifier.run(ALL).code()).isZero();
    }

    @Test
    void all_checkpoints_are_of_one_log() throws Exception {
        IndependentSigner other = new IndependentSigner("other.example/audit");
        verifier.write("older.txt", other.checkpoint(log.lines().subList(0, 40)));

        assertThat(fails("export.ndjson", "checkpoint.txt", "older.txt"))
                .endsWith("It does not hold: older.txt is not of the same log as checkpoint.txt.");
    }

    @Test
    void words_that_were_changed_are_found() throws Exception {
        texts(0, log.texts().get(0).replace("Entry 3", "Entry three"));

        assertThat(fails(ALL))
                .noneMatch(line -> line.startsWith("[holds] Texts"))
                .endsWith("It does not hold: The words of entry 3 (note) are not those that were recorded.");
    }

    @Test
    void words_taken_out_are_counted_and_listed() throws Exception {
        takenOut();
        said(59, digest(log.texts().get(1)));

        assertThat(verifier.run(ALL).sentences())
                .contains(
                        "[note]  The words of entry 5 (details) were taken out on 2025-03-03: third party personal data.")
                .contains("[holds] Texts: 31 as recorded, 1 taken out.")
                .endsWith("All of it holds.");
    }

    @Test
    void words_taken_out_of_which_no_entry_says_so_do_not_hold() throws Exception {
        takenOut();
        assertThat(fails(ALL))
                .endsWith("It does not hold: The words of entry 5 (details) are gone, and no entry says so.");

        said(59, digest(log.texts().get(2)));
        assertThat(fails(ALL))
                .endsWith("It does not hold: The words of entry 5 (details) are gone, and no entry says so.");
    }

    @Test
    void words_taken_out_after_the_checkpoint_are_only_noted() throws Exception {
        takenOut();
        said(59, digest(log.texts().get(1)));
        verifier.write("checkpoint.txt", signer.checkpoint(log.lines().subList(0, 58)));

        assertThat(verifier.run("export.ndjson", "checkpoint.txt", "texts.ndjson", "key.txt")
                        .sentences())
                .contains("[note]  Not checked: entry 59, which says so and came after checkpoint.txt.")
                .endsWith("What was checked holds, but not all of it was checked.");
    }

    private static void takenOut() throws Exception {
        String redaction = "\"redactedOn\":\"2025-03-03\",\"ground\":\"THIRD_PARTY_PERSONAL_DATA\"}";
        texts(1, log.texts().get(1).replaceFirst("\"salt\".*", redaction));
    }

    private static String digest(String text) {
        return text.replaceFirst(".*\"digest\":\"(.*?)\".*", "$1");
    }

    /** An entry which says that the words with a digest were taken out, in the place of another without words. */
    private static void said(int position, String digest) throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        String payload =
                "\"payload\":{\"places\":[{\"position\":5,\"field\":\"details\",\"digest\":\"%s\"}]},\"metadata\""
                        .formatted(digest);
        lines.set(
                position - 1,
                lines.get(position - 1)
                        .replace("\"type\":\"noted\"", "\"type\":\"content-redacted\"")
                        .replaceFirst("\"payload\":.*,\"metadata\"", payload));
        rewritten(lines);
        verifier.write("leaves.txt", leaves(lines));
    }

    @Test
    void words_that_are_gone_without_a_redaction_do_not_hold() throws Exception {
        texts(1, log.texts().get(1).replaceFirst(",\"salt\".*", "}"));

        assertThat(fails(ALL))
                .endsWith("It does not hold: The words of entry 5 (details) are gone, and nothing says why.");
    }

    @Test
    void words_that_are_neither_there_nor_taken_out_are_named() throws Exception {
        List<String> texts = new ArrayList<>(log.texts());
        String digest = digest(texts.remove(1));
        verifier.write("texts.ndjson", joined(texts));

        assertThat(fails(ALL))
                .endsWith("It does not hold: The words of entry 5 for " + digest + " are not in texts.ndjson.");

        verifier.write("texts.ndjson", "");
        assertThat(fails(ALL))
                .contains("[WRONG] 12 more like these.")
                .filteredOn(line -> line.startsWith("[WRONG] The words"))
                .hasSize(20);
    }

    @Test
    void words_that_no_entry_holds_are_named() throws Exception {
        List<String> texts = new ArrayList<>(log.texts());
        texts.add(1, texts.get(0));
        verifier.write("texts.ndjson", joined(texts));

        assertThat(fails(ALL))
                .endsWith("It does not hold: Entry 3 does not hold the digest on line 2 of texts.ndjson.");

        texts.set(1, texts.get(0).replace("\"position\":3", "\"position\":4"));
        verifier.write("texts.ndjson", joined(texts));
        assertThat(fails(ALL))
                .endsWith("It does not hold: Entry 4 does not hold the digest on line 2 of texts.ndjson.");
    }

    @Test
    void an_empty_log_holds() throws Exception {
        for (String file : List.of("export.ndjson", "leaves.txt", "texts.ndjson")) verifier.write(file, "");
        verifier.write("checkpoint.txt", signer.checkpoint(List.of()));

        VerifyRunner.Said said =
                verifier.run("export.ndjson", "checkpoint.txt", "leaves.txt", "texts.ndjson", "key.txt");

        assertThat(said.sentences())
                .contains("[holds] The first 0 entries are those that checkpoint.txt stands for.")
                .endsWith("All of it holds.");
        export(log.lines());
        assertThat(verifier.run("export.ndjson", "checkpoint.txt").sentences())
                .contains("[note]  Not checked: 60 entries of export.ndjson that came after checkpoint.txt.");
        verifier.write(
                "checkpoint.txt",
                signer.signed(signer.checkpoint(log.lines()).replaceAll("(?s)\n60\n(.*?)\n.*", "\n0\n$1\n")));
        assertThat(fails("export.ndjson", "checkpoint.txt", "key.txt"))
                .contains("[WRONG] The first 0 entries are not those that checkpoint.txt stands for.");
    }

    @Test
    void holds_at_every_size_and_no_changed_byte_goes_unseen() throws Exception {
        Random random = new Random(20250213);
        for (int size = 1; size <= 300; size++) {
            ExportedLog some = ExportedLog.of(size, size);
            int older = random.nextInt(size + 1);
            verifier.write("export.ndjson", joined(some.lines()));
            verifier.write("checkpoint.txt", signer.checkpoint(some.lines()));
            verifier.write("older.txt", signer.checkpoint(some.lines().subList(0, older)));
            verifier.write("leaves.txt", leaves(some.lines()));
            verifier.write("texts.ndjson", joined(some.texts()));
            String[] files = {"export.ndjson", "checkpoint.txt", "older.txt", "leaves.txt", "texts.ndjson", "key.txt"};
            assertThat(verifier.run(files)).as("size %d", size).matches(said -> said.code() == 0);

            int victim = random.nextInt(size);
            byte[] bytes = some.lines().get(victim).getBytes(StandardCharsets.UTF_8);
            int place = random.nextInt(bytes.length);
            bytes[place] = (byte) (bytes[place] == 'x' ? 'y' : 'x');
            List<String> lines = new ArrayList<>(some.lines());
            lines.set(victim, new String(bytes, StandardCharsets.UTF_8));
            verifier.write("export.ndjson", joined(lines));
            assertThat(fails(files))
                    .as("size %d", size)
                    .endsWith("It does not hold: Entry %d is not what was recorded.".formatted(victim + 1));
        }
    }

    private static void export(List<String> lines) throws Exception {
        verifier.write("export.ndjson", joined(lines));
    }

    /** The whole log anew, and a genuine checkpoint over it. */
    private static void rewritten(List<String> lines) throws Exception {
        export(lines);
        verifier.write("checkpoint.txt", signer.checkpoint(lines));
    }

    private static void rewritten(int position, String line) throws Exception {
        List<String> lines = new ArrayList<>(log.lines());
        lines.set(position - 1, line);
        rewritten(lines);
    }

    private static List<String> changed(int position) {
        List<String> lines = new ArrayList<>(log.lines());
        lines.set(position - 1, lines.get(position - 1).replace("lead-t2", "lead-t3"));
        return lines;
    }

    private static void texts(int index, String line) throws Exception {
        List<String> texts = new ArrayList<>(log.texts());
        texts.set(index, line);
        verifier.write("texts.ndjson", joined(texts));
    }

    private static List<String> fails(String... files) throws Exception {
        VerifyRunner.Said said = verifier.run(files);
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        return said.sentences();
    }

    private static VerifyRunner.Said process(String... files) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(
                        Stream.of(java, VerifyRunner.SOURCE.toString()),
                        Stream.of(files).map(verifier::path))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new VerifyRunner.Said(process.exitValue(), verifier.withoutFolder(said));
    }
}
