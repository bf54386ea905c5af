package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.plan;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;

class VerificationApiTest {
    private static final String VERIFICATION = "/api/v1/audit/verification";

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan()), OFFICE);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static int runs() {
        return service.json("/api/v1/audit/verifications").path("items").size();
    }

    @Test
    void asking_reads_the_last_one_and_leaves_nothing_behind() {
        String run = service.verified().toString();
        int before = runs();

        assertThat(service.json(VERIFICATION)).hasToString(run);
        assertThat(service.json(VERIFICATION)).hasToString(run);
        assertThat(runs()).isEqualTo(before);
        service.verified();
        assertThat(runs()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-t1", "executive", "board", "forum", "governance", "metrics"})
    void only_reviewers_and_the_programme_office_have_one_run(String other) {
        assertThat(service.post("office", VERIFICATION, "{}").statusCode()).isEqualTo(200);
        int before = runs();
        assertThat(service.post(other, VERIFICATION, "{}").statusCode()).isEqualTo(403);
        assertThat(runs()).isEqualTo(before);
    }
}
