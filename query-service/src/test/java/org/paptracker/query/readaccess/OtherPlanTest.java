package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.date;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Secret;
import org.paptracker.values.plan.PlanId;

/** Three plans with the same codes: that of the users' work, one that took its place, and one of other people. */
class OtherPlanTest {
    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        for (String plan : List.of("oxfordshire-pap", "successor", "elsewhere")) {
            service.append(Secret.in(plan), OFFICE);
        }
        PlanId successor = new PlanId("successor");
        DomainEvent tookOver =
                new PlanTookOver(/* plan= */ successor, date("2025-05-01"), /* predecessor= */ History.PLAN);
        service.append(List.of(tookOver), OFFICE);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String read(String user, String plan, String path) {
        return service.getAs(user, "/api/v1/plans/" + plan + path).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-t2", "executive"})
    void shows_nothing_restricted_to_those_who_have_their_work_in_another(String user) {
        for (String path : List.of(
                "/actions", "/actions/S-01", "/audit", "/changes?from=2020-01-01", "/actions?knownAt=2100-01-01")) {
            assertThat(read(user, "elsewhere", path)).as(path).doesNotContain(Secret.TITLE);
            assertThat(read("office", "elsewhere", "/actions")).contains(Secret.TITLE);
        }
        assertThat(service.getAs(user, "/api/v1/plans/elsewhere/actions/S-01").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-t2", "executive"})
    void shows_it_once_it_took_the_place_of_their_plan(String user) {
        for (String plan : List.of("oxfordshire-pap", "successor")) {
            assertThat(read(user, plan, "/actions")).contains(Secret.TITLE);
            assertThat(read(user, plan, "/actions/S-01")).contains(Secret.TITLE);
        }
    }

    @Test
    void shows_it_to_nobody_of_another_theme() {
        assertThat(read("lead-t1", "successor", "/actions")).doesNotContain(Secret.TITLE);
        assertThat(read("forum", "successor", "/actions")).doesNotContain(Secret.TITLE);
    }
}
