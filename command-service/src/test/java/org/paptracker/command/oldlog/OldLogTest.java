package org.paptracker.command.oldlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.log.EmbeddedMongo;

/** A log that an earlier version wrote is opened by this one, and goes on where it ended. */
class OldLogTest {
    /** One copy for both services. */
    private static final Path EVENTS = Path.of("../query-service/src/test/resources/old-log/events.ndjson.gz");

    /** Its number in {@code commands.tsv}, and the position that it was given. */
    private static final int LAST_COMMAND = 153;

    private static final int LAST_POSITION = 648;

    private static final String PLAN = "/api/v1/plans/oxfordshire-pap";

    @TempDir
    static Path directory;

    private static CommandService service;

    /** How many events each stream held when the old version stopped. */
    private static final Map<String, Integer> LENGTHS = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        List<Document> commits = commits();
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase("paptracker").getCollection("events").insertMany(commits);
        }
        for (Document commit : commits) {
            for (Document event : commit.getList("events", Document.class)) {
                LENGTHS.merge(event.getString("stream"), 1, Integer::sum);
            }
        }
        service = CommandService.start(directory, "pap.home-plans", "oxfordshire-pap,dychmyg-pap");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<Document> commits() throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(EVENTS))) {
            String lines = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(lines.split("\n")).map(Document::parse).toList();
        }
    }

    private static String version(String stream) {
        return "\"" + (LENGTHS.get(stream) - 1) + "\"";
    }

    @Test
    void each_old_stream_is_read_to_its_end() {
        assertThat(LENGTHS).hasSizeGreaterThan(100);
        LENGTHS.forEach((stream, length) -> {
            // A test beside this one may have recorded more.
            assertThat(service.stream(stream))
                    .as(stream)
                    .hasSizeGreaterThanOrEqualTo(length)
                    .allSatisfy(event -> {
                        assertThat(event.getPayload()).isNotNull();
                    });
        });
    }

    @Test
    void an_old_action_takes_one_more_command_at_its_old_version() {
        String path = PLAN + "/actions/PA4-01/milestones/PA4-01.1/progress";
        String body = "{\"effectiveOn\": \"2025-03-20\", \"note\": \"The next version has been put in.\"}";
        service.post("lead-t1", path, body, "If-Match", "\"0\"").is(412, "stream.changed");
        service.post("lead-t1", path, body, "If-Match", version("action:oxfordshire-pap/PA4-01"))
                .is(200);
    }

    @Test
    void an_old_decision_takes_one_more_command_at_its_old_version() {
        String path = PLAN + "/decisions/siab-2025-02-pause/implementation";
        String body = "{\"effectiveOn\": \"2025-05-01\", \"note\": \"The meetings were paused.\"}";
        service.post("office", path, body, "If-Match", "\"7\"").is(412, "stream.changed");
        service.post("office", path, body, "If-Match", version("decision:oxfordshire-pap/siab-2025-02-pause"))
                .is(200);
    }

    @Test
    void a_plan_that_had_ended_takes_nothing_more() {
        service.post("lead-t2", "/api/v1/plans/dychmyg-pap/actions/B-02/pause", "{\"reason\": \"Too late\"}")
                .is(409, "plan.ended");
    }

    @Test
    void a_request_that_the_old_version_took_is_known_again() {
        String body = "{\"effectiveOn\": \"2024-09-01\", \"reason\": \"Done: 100 %\"}";
        String key = "old-log-" + LAST_COMMAND;
        Answer answer = service.post("office", "/api/v1/plans/closed-pap/closure", body, "Idempotency-Key", key);
        answer.is(200);
        assertThat(answer.json().path("position").asInt()).isEqualTo(LAST_POSITION);
    }
}
