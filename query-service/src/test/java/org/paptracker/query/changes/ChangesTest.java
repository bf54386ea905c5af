package org.paptracker.query.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;
import org.paptracker.query.audit.AuditEntry.Subject;
import org.paptracker.values.Rating;
import tools.jackson.databind.JsonNode;

class ChangesTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap/changes";
    private static final String STREAM = "action:oxfordshire-pap/PA3-01";

    @TempDir
    static Path directory;

    private static QueryService service;
    private static long last;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append("plan:oxfordshire-pap", 0, OFFICE, plan());
        service.append(STREAM, 0, OFFICE, agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01"));
        Random random = new Random(20250213);
        Rating[] ratings = Rating.values();
        for (int i = 0; i < 60; i++) {
            Rating rating = ratings[random.nextInt(ratings.length)];
            last = service.append(STREAM, 2 + i, LEAD, progress("2025-02-13", rating, random.nextInt(4) * 25));
        }
        service.get(ROOT + "?from=position:0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void says_in_words_and_as_data_what_became_of_each_subject() {
        JsonNode items = service.json(ROOT + "?from=position:3&to=position:4").path("items");

        assertThat(items.size()).isEqualTo(1);
        JsonNode changed = items.path(0);
        assertThat(changed.path("subject").path("code").asString()).isEqualTo("PA3-01.1");
        assertThat(changed.path("subject").path("action").asString()).isEqualTo("PA3-01");
        assertThat(changed.path("said").path(0).path("sentence").asString()).contains("PA3-01.1", "progress");
        assertThat(changed.path("changes").toString()).contains("\"field\":\"state\"", "PLANNED", "IN_PROGRESS");
    }

    @Test
    void from_a_to_b_and_from_b_to_c_say_the_same_as_from_a_to_c() {
        Changes changes = service.bean(Changes.class);
        for (long a = 0; a < last; a += 7) {
            for (long b = a; b <= last; b += 5) {
                assertThat(joined(changes.between(PLAN, a, b), changes.between(PLAN, b, last)))
                        .isEqualTo(changes.between(PLAN, a, last));
            }
        }
    }

    private static List<Changed> joined(List<Changed> first, List<Changed> second) {
        Map<Subject, Changed> both = new LinkedHashMap<>();
        List<Changed> all = new ArrayList<>(first);
        all.addAll(second);
        for (Changed changed : all) both.merge(changed.subject(), changed, Changed::then);
        return List.copyOf(both.values());
    }

    @Test
    void what_changed_and_changed_back_is_said_but_is_no_change() {
        Changes changes = service.bean(Changes.class);
        Changed whole = changes.between(PLAN, 3, last).get(0);
        assertThat(whole.said()).hasSize((int) last - 3);
        assertThat(whole.changes()).noneMatch(change -> change.field().equals("code"));
    }

    @Test
    void asks_by_date_too_and_nothing_has_changed_since_now() {
        assertThat(service.json(ROOT + "?from=2020-01-01").path("items").size()).isEqualTo(3);
        assertThat(service.json(ROOT + "?from=position:" + last).path("items").size())
                .isZero();
        assertThat(service.get(ROOT).statusCode()).isEqualTo(400);
        assertThat(service.get(ROOT + "?from=position:x").statusCode()).isEqualTo(400);
        assertThat(service.get(ROOT + "?from=then").statusCode()).isEqualTo(400);
    }
}
