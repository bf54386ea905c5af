package org.paptracker.query.oldlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A log that an earlier version wrote is opened by this one: each answer about it, the tree and the packs are the same. */
class OldLogTest {
    private static final List<Asked> ANSWERS = OldLog.answers();

    private static final Path PROPOSED = Path.of("target", "old-log", "answers.ndjson.gz");

    private static final Map<String, Asked> NOW = new HashMap<>();

    @TempDir
    static Path directory;

    private static QueryService service;

    /** No answer may hang on the day that the test runs on. */
    static class YearsLater {
        @Bean
        @Primary
        Clock yearsLater() {
            return Clock.offset(Clock.systemUTC(), Duration.ofDays(2_000));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        OldLog.writeTo(directory);
        service = QueryService.start(directory, YearsLater.class);
        service.awaitViews();
    }

    /** Beside the reports, for people who have read the differences and know that an issue asks for each. */
    @AfterAll
    static void proposeAnswers() throws IOException {
        service.close();
        if (NOW.size() < ANSWERS.size()) return; // not all were asked
        Files.createDirectories(PROPOSED.getParent());
        Asked.write(
                PROPOSED,
                ANSWERS.stream().map(asked -> NOW.get(asked.toString())).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead-t1", "nobody"})
    void every_answer_is_what_it_was(String user) {
        List<Asked> answers =
                ANSWERS.stream().filter(asked -> asked.as().equals(user)).toList();
        assertThat(answers).hasSizeGreaterThan(200);
        assertThat(answers.stream().map(OldLogTest::difference).flatMap(Optional::stream))
                .isEmpty();
    }

    private static Optional<String> difference(Asked asked) {
        HttpResponse<String> answer = ask(asked);
        String etag = answer.headers().firstValue("ETag").orElse("");
        Asked now = new Asked(asked.as(), asked.path(), asked.accept(), answer.statusCode(), etag, answer.body());
        NOW.put(asked.toString(), now);
        return Difference.first(asked, answer);
    }

    private static HttpResponse<String> ask(Asked asked) {
        String path = "/api/v1" + asked.path();
        if (asked.accept() == null) return service.getAs(asked.as(), path);
        return service.getAs(asked.as(), path, "Accept", asked.accept());
    }

    /** With its signature: the service has the key of the old version. */
    @Test
    void the_tree_over_the_log_has_the_root_it_had() throws IOException {
        assertThat(service.get("/api/v1/audit/checkpoint"))
                .extracting(HttpResponse::body)
                .isEqualTo(Files.readString(OldLog.FOLDER.resolve("checkpoint.txt")));
    }

    @Test
    void the_log_is_found_to_be_as_it_was_recorded() {
        assertThat(service.verified().path("holds").asBoolean()).isTrue();
    }

    /** Else the answers would show nothing of the type that is left out. */
    @Test
    void the_old_log_holds_every_type_of_event_that_its_version_knew() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Document commit : OldLog.commits()) {
            commit.getList("events", Document.class).forEach(event -> types.add(event.getString("type")));
        }
        assertThat(types)
                .containsExactlyElementsOf(Files.readAllLines(OldLog.FOLDER.resolve("event-types.txt")))
                .hasSizeGreaterThan(75);
    }
}
