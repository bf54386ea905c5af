package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;

/** What the running service gives away, checked by the verifier that knows nothing of it but these files. */
class TrustNobodyTest {
    private static final String ROOT = "/api/v1/audit/";
    private static final String[] FILES = {
        "export.ndjson", "checkpoint.txt", "older.txt", "leaves.txt", "texts.ndjson", "key.txt"
    };

    @TempDir
    static Path directory;

    @TempDir
    static Path folder;

    private static QueryService service;
    private static VerifyRunner verifier;
    private static long size;

    @BeforeAll
    static void start() throws Exception {
        verifier = new VerifyRunner(folder);
        service = QueryService.start(directory);
        service.append(List.of(History.plan()), OFFICE);
        service.tell(RandomHistory.interleaved(4, 130));
        service.awaitViews();
        size = service.bean(MongoEventLog.class).position();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String body(String path) {
        HttpResponse<String> response = service.get(ROOT + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static VerifyRunner.Said verified() throws Exception {
        verifier.write("older.txt", body("checkpoint?size=" + size / 2));
        verifier.write("checkpoint.txt", body("checkpoint"));
        verifier.write("export.ndjson", body("export"));
        verifier.write("leaves.txt", body("export/leaves"));
        verifier.write("texts.ndjson", body("export/texts"));
        verifier.write("key.txt", body("key"));
        return verifier.run(FILES);
    }

    @Test
    void the_verifier_is_given_away_as_it_is() throws IOException {
        assertThat(body("verifier")).isEqualTo(Files.readString(VerifyRunner.SOURCE));
    }

    @Test
    void holds_all_of_it() throws Exception {
        VerifyRunner.Said said = verified();

        assertThat(said.sentences()).contains("All of it holds.");
        assertThat(said.code()).isZero();
    }

    @Test
    void finds_the_entry_that_was_changed_as_the_service_does() throws Exception {
        RawLog log = new RawLog(service);
        Document before = log.holding(77);
        log.change(
                77,
                entry -> entry.append("payload", entry.getString("payload").replaceFirst("\"([a-z]+)\":", "\"x$1\":")));
        try {
            VerifyRunner.Said said = verified();

            assertThat(said.code()).as(said.text()).isEqualTo(1);
            assertThat(said.text()).contains("Entry 77 is not what was recorded.");
            assertThat(service.verified().path("firstBreak").asLong()).isEqualTo(77);
        } finally {
            log.put(before);
        }
        assertThat(verified().code()).isZero();
    }
}
