package org.paptracker.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;
import org.paptracker.query.history.EverySlice;
import org.paptracker.values.action.Rating;
import tools.jackson.databind.JsonNode;

/** What dashboards scrape and probes ask. */
class MetricsTest {
    private static final Set<String> LABELS =
            Set.of("plan", "area", "theme", "state", "rating", "kind", "kpi", "projection");

    @TempDir
    static Path directory;

    private static QueryService service;
    private static String scraped;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(List.of(progress("2025-02-13", Rating.ON_TRACK, 60)), LEAD);
        service.awaitViews();
        service.bean(PlanMetrics.class).count(); // else in some seconds
        service.bean(GapMetrics.class).count();
        scraped = service.scrape();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pap_milestones | area="PA3",plan="oxfordshire-pap",state="in_progress" | 1
            pap_milestones | area="PA3",plan="oxfordshire-pap",state="planned" | 0
            pap_milestones_by_theme | plan="oxfordshire-pap",state="in_progress",theme="T2" | 1
            pap_milestones_rated | area="PA1",plan="oxfordshire-pap",rating="on_track" | 1
            pap_milestones_overdue | area="PA1",plan="oxfordshire-pap" | 1
            pap_log_position | '' | 4
            pap_projection_position | projection="plans" | 4
            pap_projection_position | projection="actions" | 4
            pap_projection_position | projection="audit" | 4
            pap_projection_position | projection="ledger" | 4
            pap_ledger_size | '' | 4
            pap_evidence_gaps | kind="complete_but_unevidenced",plan="oxfordshire-pap" | 0
            pap_evidence_gaps | kind="no_family_voice",plan="oxfordshire-pap" | 3
            pap_projection_lag_seconds | projection="actions" | 0
            pap_dead_letters | projection="actions" | 0
            pap_events_skipped | projection="actions" | 0
            pap_projection_replay_position | projection="audit" | 0
            pap_projection_replay_seconds | projection="audit" | 0
            """)
    void numbers_are_there(String name, String labels, double value) {
        assertThat(service.metric(name, labels)).isEqualTo(value);
    }

    @Test
    void days_grow_with_the_calendar() {
        double sinceUpdate =
                (double) ChronoUnit.DAYS.between(LocalDate.of(2025, 2, 13), LocalDate.now(ZoneId.of("Europe/London")));

        assertThat(service.metric("pap_days_since_update", "plan=\"oxfordshire-pap\",theme=\"T2\""))
                .isEqualTo(sinceUpdate);
        assertThat(service.metric("pap_milestones_slipped_days_max", "area=\"PA3\",plan=\"oxfordshire-pap\""))
                .as("from 31 January to today, for it is overdue")
                .isEqualTo(sinceUpdate + 13);
    }

    @Test
    void each_of_ours_has_a_help_text() {
        Set<String> names = new TreeSet<>();
        for (Matcher type = Pattern.compile("(?m)^# TYPE (pap_\\S+)").matcher(scraped); type.find(); ) {
            names.add(type.group(1));
        }

        assertThat(names)
                .contains(
                        "pap_milestones",
                        "pap_milestones_by_theme",
                        "pap_milestones_rated",
                        "pap_milestones_overdue",
                        "pap_milestones_slipped_days_max",
                        "pap_days_since_update",
                        "pap_log_position",
                        "pap_ledger_size",
                        "pap_ledger_verified",
                        "pap_ledger_verified_timestamp_seconds",
                        "pap_projection_position",
                        "pap_projection_lag_seconds",
                        "pap_dead_letters",
                        "pap_events_skipped",
                        "pap_projection_replay_position",
                        "pap_projection_replay_seconds");
        assertThat(names).allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^# HELP " + name + " \\w+ \\w+"));
    }

    @Test
    void ours_are_labelled_with_codes_only() {
        Set<String> labels = new TreeSet<>();
        Set<String> values = new TreeSet<>();
        for (Matcher line = Pattern.compile("(?m)^pap_\\w+\\{(.*)} ").matcher(scraped); line.find(); ) {
            for (Matcher label = Pattern.compile("(\\w+)=\"([^\"]*)\"").matcher(line.group(1)); label.find(); ) {
                labels.add(label.group(1));
                values.add(label.group(2));
            }
        }

        assertThat(labels).isSubsetOf(LABELS).contains("plan", "area", "theme");
        assertThat(values).allMatch(value -> value.matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void are_of_one_family_for_all_views() {
        for (String projection : EverySlice.projections()) {
            assertThat(scraped).contains("pap_projection_position{projection=\"" + projection + "\"}");
            assertThat(scraped).doesNotContain("\n" + projection.replace('-', '_') + "_");
        }
    }

    @Test
    void stand_beside_the_drivers_own() {
        assertThat(scraped).contains("\nmongodb_driver_", "\njvm_memory_used_bytes", "\nhttp_server_requests_");
    }

    @Test
    void are_not_for_a_reviewer() {
        HttpResponse<String> response = service.get("/actuator/prometheus");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(service.parse(response.body()).path("code").asString()).isEqualTo("request.forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/readiness", "/liveness"})
    void health_is_open_to_probes_which_are_told_the_status_and_no_more(String path) {
        JsonNode health = health(null, path);

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.has("components")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead-t1", "governance"})
    void health_says_no_more_to_people_who_neither_operate_nor_scrape(String user) {
        assertThat(health(user, "").has("components")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "office"})
    void health_says_which_kind_of_store_this_is_to_people_who_may_know(String user) {
        JsonNode store = health(user, "").path("components").path("store");

        assertThat(store.path("status").asString()).isEqualTo("UP");
        assertThat(store.path("details").path("kind").asString()).isEqualTo("embedded");
    }

    @Test
    void nothing_else_of_the_inside_can_be_asked() {
        assertThat(service.get(null, "/actuator").statusCode()).isEqualTo(401);
        assertThat(service.get("reviewer", "/actuator").statusCode()).isEqualTo(403);
        assertThat(service.parse(service.get("office", "/actuator").body())
                        .path("_links")
                        .propertyNames())
                .containsExactlyInAnyOrder("self", "health", "health-path", "prometheus");
        for (String other :
                new String[] {"env", "beans", "heapdump", "loggers", "threaddump", "mappings", "shutdown"}) {
            assertThat(service.get("office", "/actuator/" + other).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    private static JsonNode health(@Nullable String user, String path) {
        HttpResponse<String> response = service.get(user, "/actuator/health" + path);
        assertThat(response.statusCode()).isEqualTo(200);
        return service.parse(response.body());
    }
}
