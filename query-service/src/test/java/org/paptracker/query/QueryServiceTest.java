package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.values.Rating;
import tools.jackson.databind.JsonNode;

class QueryServiceTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append("plan:oxfordshire-pap", 0, OFFICE, plan());
        service.append(
                "action:oxfordshire-pap/PA3-01",
                0,
                OFFICE,
                agreed(ACTION, "PA1", "PA3"),
                milestone(ACTION, MILESTONE, "2025-01"));
        service.append("action:oxfordshire-pap/PA3-01", 2, LEAD, progress("2025-02-13", Rating.ON_TRACK, 60));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shows_a_milestone_with_its_latest_report() {
        JsonNode milestone =
                service.json(ROOT + "/milestones?area=PA3").path("items").path(0);
        System.out.println(milestone.toPrettyString());
        System.out.println(service.json(ROOT).toPrettyString());
        System.out.println(service.json(ROOT + "/progress?by=area").toPrettyString());
        System.out.println(service.json(ROOT + "/audit").toPrettyString());
        System.out.println(service.json(ROOT + "/actions/PA3-01").toPrettyString());
        System.out.println(service.get(ROOT + "/audit", "Accept", "text/csv").body());
        System.out.println(service.get(ROOT + "/audit?limit=x&from=2025-02-30").body());
        System.out.println(service.get("/api/v1/plans/nope/actions").body());
        System.out.println(service.get("/nope").body());
        assertThat(milestone.path("rating").asString()).isEqualTo("ON_TRACK");
    }
}
