package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paptracker.query.History.OFFICE;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.log.CommitProof;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLines;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.redaction.RedactionGround;
import tools.jackson.databind.JsonNode;

class ExportTest {
    private static final String ROOT = "/api/v1/audit/export";

    @TempDir
    static Path directory;

    private static QueryService service;
    private static long size;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(History.plan()), OFFICE);
        service.tell(RandomHistory.interleaved(5, 130));
        service.awaitViews();
        size = service.bean(MongoEventLog.class).position();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> export(String query) {
        HttpResponse<String> response = service.get(ROOT + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    private static List<String> lines(String query) {
        String body = export(query).body();
        assertThat(body).endsWith("\n");
        return body.lines().toList();
    }

    @Test
    void export_leaves_and_checkpoint_fit_together() {
        List<String> checkpoint =
                service.get("/api/v1/audit/checkpoint").body().lines().toList();
        long covered = Long.parseLong(checkpoint.get(1));
        List<String> lines = lines("?to=" + covered);
        List<String> leaves = lines("/leaves?to=" + covered);

        assertThat(lines).hasSize((int) covered).hasSize((int) size);
        assertThat(export("").headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(export("/leaves").headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
        List<Hash> hashes = lines.stream()
                .map(line -> Hash.leaf(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(hashes.stream().map(Hash::base64)).containsExactlyElementsOf(leaves);
        assertThat(TreeTest.over(hashes, covered).root().base64()).isEqualTo(checkpoint.get(2));
        JsonNode first = service.parse(lines.get(0));
        assertThat(first.propertyNames())
                .containsExactly(
                        "position",
                        "id",
                        "recordedAt",
                        "stream",
                        "sequence",
                        "type",
                        "revision",
                        "payload",
                        "metadata");
        assertThat(first.path("type").asString()).isEqualTo("plan-registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/texts", "/leaves"})
    void an_export_that_was_cut_off_goes_on_where_it_was(String kind) {
        String whole = export(kind).body();
        StringBuilder parts = new StringBuilder();
        for (long from = 1; from <= size; from += 97) {
            parts.append(export(kind + "?from=" + from + "&to=" + Math.min(size, from + 96))
                    .body());
        }

        assertThat(parts).hasToString(whole);
        assertThat(whole).endsWith(export(kind + "?from=300").body());
        assertThat(export(kind + "?from=" + (size + 1)).body()).isEmpty();
        assertThat(export(kind + "?from=1&to=0").body()).isEmpty();
    }

    @Test
    void texts_come_with_their_salt_or_with_why_they_are_gone() {
        LogLine line = service.bean(LogLines.class).after(100, 200).stream()
                .filter(each -> !each.commitments().isEmpty())
                .findFirst()
                .orElseThrow();
        LogLine.Commitment text = line.commitments().get(0);
        String query = "/texts?from=" + line.position() + "&to=" + line.position();
        assertThat(lines(query).get(0))
                .startsWith("{\"position\":%d,\"field\":\"%s\",\"digest\":\"%s\",\"salt\":\"%s\",\"text\":\""
                        .formatted(line.position(), text.field(), text.digest(), text.salt()));
        String entry =
                lines("?from=" + line.position() + "&to=" + line.position()).get(0);

        Eraser eraser = new Eraser(service.bean(MongoDatabase.class), service.bean(CommitProof.class));
        eraser.erase(
                eraser.places(line.position(), text.field()),
                new Redaction(BusinessDate.parse("2025-03-03"), RedactionGround.THIRD_PARTY_PERSONAL_DATA));

        assertThat(lines(query).get(0))
                .isEqualTo(
                        "{\"position\":%d,\"field\":\"%s\",\"digest\":\"%s\",\"redactedOn\":\"2025-03-03\",\"ground\":\"THIRD_PARTY_PERSONAL_DATA\"}"
                                .formatted(line.position(), text.field(), text.digest()));
        assertThat(lines("?from=" + line.position() + "&to=" + line.position())).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=0 | 400 | request.invalid-value
            from=-1 | 400 | request.invalid-value
            from=x | 400 | request.wrong-type
            to=-1 | 400 | request.invalid-value
            from=5&to=3 | 400 | request.invalid-value
            to=999999 | 404 | ledger.beyond-end
            from=999999 | 404 | ledger.beyond-end
            """)
    void what_is_not_there_is_refused_before_anything_is_sent(String query, int status, String code) {
        for (String kind : List.of("", "/texts", "/leaves")) {
            HttpResponse<String> response = service.get(ROOT + kind + "?" + query);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(service.parse(response.body()).path("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void an_export_that_meets_a_hole_is_broken_off_and_does_not_look_whole() {
        RawLog log = new RawLog(service);
        Document commit = log.holding(500);
        log.commits().deleteOne(new Document("_id", commit.get("_id")));
        try {
            assertThatThrownBy(() -> service.get(ROOT))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseInstanceOf(IOException.class);
        } finally {
            log.commits().insertOne(commit);
        }
    }

    /** Counts what has been written, and how much of the log was held at once. */
    private static final class Watched extends ByteArrayOutputStream {
        final List<Integer> writtenWhenRead = new ArrayList<>();
        int mostHeld;

        List<LogLine> read(long after, int limit) {
            writtenWhenRead.add(size());
            List<LogLine> lines = service.bean(LogLines.class).after(after, limit);
            mostHeld = Math.max(mostHeld, lines.size());
            return lines;
        }
    }

    @Test
    void an_export_holds_some_lines_at_a_time_and_sends_them_before_it_reads_on() throws IOException {
        Watched out = new Watched();

        Export.lines(out::read, 1, size, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize((int) size);
        assertThat(out.writtenWhenRead).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
        assertThat(out.mostHeld).isLessThan(Export.AT_ONCE + 40);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n")))
                .isEqualTo(export("").body().stripTrailing());
    }
}
