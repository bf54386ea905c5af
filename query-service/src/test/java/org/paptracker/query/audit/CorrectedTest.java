package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.correctionByOffice;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.values.action.Rating;
import tools.jackson.databind.JsonNode;

/** A report that was put right stays in the history, and says so: 1 to 4 what is agreed, 5 a report, 6 what corrects it. */
class CorrectedTest {
    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan(), new PlanPublished(PLAN, History.date("2023-12-18"), null)), OFFICE);
        service.append(List.of(agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(List.of(progress("2025-03-13", Rating.AT_RISK, 40)), LEAD);
        service.append(List.of(correctionByOffice("2025-03-13", Rating.OFF_TRACK, 5)), OFFICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode entry(long position) {
        return entry(service.json("/api/v1/plans/oxfordshire-pap/audit"), position);
    }

    private static JsonNode entry(JsonNode audit, long position) {
        for (JsonNode item : audit.path("items")) {
            if (item.path("position").asLong() == position) return item;
        }
        throw new AssertionError("No entry " + position + ": " + audit);
    }

    @Test
    void a_report_that_was_put_right_stays_and_names_the_entry_that_does() {
        assertThat(entry(5).path("correctedBy").asLong()).isEqualTo(6);
        assertThat(entry(5).path("sentence").asString()).contains("saw progress reported, rated at risk");
        assertThat(entry(4).has("correctedBy")).isFalse();
        assertThat(entry(6).has("correctedBy")).isFalse();
    }

    @Test
    void what_puts_it_right_says_that_it_does_and_why() {
        assertThat(entry(6).path("sentence").asString()).contains("correcting entry 5");
        assertThat(entry(6).path("reason").asString()).isEqualTo("Meant for another milestone");
        assertThat(entry(6).path("actor").asString()).isEqualTo("office");
    }

    @Test
    void the_table_says_it_too() {
        assertThat(service.get("/api/v1/plans/oxfordshire-pap/audit", "Accept", "text/csv")
                        .body())
                .containsPattern("(?m)^5,.*,6\\s*$");
    }
}
