package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.PlanEvent;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Lead;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.JsonNode;

/**
 * Over HTTP: PA3-01 with two milestones, one long overdue and at risk, one far ahead; PA1-01 with one verified; PA1-02
 * cancelled, with one that would be overdue.
 */
class ApiTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";
    private static final ActionCode DONE = new ActionCode("PA1-01");
    private static final ActionCode CANCELLED = new ActionCode("PA1-02");

    private static QueryService service;
    private static Instant beforeTheReport;

    @BeforeAll
    static void start() {
        service = QueryService.shared(ApiTest.class);
        service.append(List.of(plan()), OFFICE);
        service.append(
                List.of(
                        agreed(ACTION, "PA1", "PA3"),
                        milestone(ACTION, "PA3-01.1", "2025-01"),
                        milestone(ACTION, "PA3-01.2", "2099-12"),
                        otherwise(DONE),
                        milestone(DONE, "PA1-01.1", "2024-06-30"),
                        agreed(CANCELLED, "PA1"),
                        milestone(CANCELLED, "PA1-02.1", "2024-07")),
                OFFICE);
        service.append(List.of(new ActionStarted(PLAN, ACTION, date("2024-02"), null)), OFFICE);
        beforeTheReport = recordedAt();
        // Both moments are milliseconds of one clock: the next must lie in a later one.
        Awaitility.await().until(() -> Instant.now().isAfter(beforeTheReport.plusMillis(5)));
        service.append(List.of(progress("2025-01-20", Rating.AT_RISK, 40), forecast("2025-01-20", "2025-03")), LEAD);
        service.append(
                List.of(
                        new ActionEvent.CompletionClaimed(
                                PLAN,
                                DONE,
                                new MilestoneCode("PA1-01.1"),
                                date("2024-06-20"),
                                ErasableText.of("Done"),
                                List.of(),
                                ErasableText.of("Seen by all")),
                        new ActionEvent.CompletionVerified(
                                PLAN, DONE, new MilestoneCode("PA1-01.1"), date("2024-07"), null),
                        new ActionCancelled(PLAN, CANCELLED, date("2024-05"), ErasableText.of("Not needed"))),
                OFFICE);
    }

    private static Instant recordedAt() {
        return Instant.parse(
                service.json(ROOT + "/actions/PA3-01").path("recordedAt").asString());
    }

    private static ActionAgreed otherwise(ActionCode action) {
        ActionDetails like = History.details("Publish the offer", "PA1");
        return new ActionAgreed(
                PLAN,
                action,
                Records.with(
                        like,
                        "themes",
                        Collections.emptySortedSet(),
                        "leads",
                        Lead.ofRole("Director of Children's Services"),
                        "organisations",
                        Collections.emptySortedSet(),
                        "dueOn",
                        date("2024-06"),
                        "priority",
                        1));
    }

    private static MilestoneAdded milestone(ActionCode action, String code, String dueOn) {
        return new MilestoneAdded(
                PLAN,
                action,
                new MilestoneCode(code),
                new MilestoneDetails("Step " + code, List.of(), date(dueOn), false));
    }

    private static List<String> codes(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static List<String> list(String joined) {
        return joined == null ? List.of() : List.of(joined.split(" "));
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = service.parse(response.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        return problem;
    }

    private static void malformed(String path, String field, String message) {
        HttpResponse<String> answer = service.get(path);
        JsonNode errors = service.parse(answer.body()).path("errors");
        assertThat(errors.size()).as(answer.body()).isEqualTo(1);
        problem(answer, 400, errors.path(0).path("code").asString());
        assertThat(errors.path(0).path("field").asString()).isEqualTo(field);
        assertThat(errors.path(0).path("message").asString()).contains(message);
    }

    @Nested
    class Lists {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                | PA1-01 PA1-02 PA3-01
                area=PA3 | PA3-01
                area=PA1 | PA1-01 PA1-02 PA3-01
                area=PA9 |
                theme=T2 | PA1-02 PA3-01
                organisation=OCC | PA1-02 PA3-01
                state=IN_PROGRESS | PA3-01
                state=CANCELLED | PA1-02
                rating=NO_DATA | PA1-01 PA1-02 PA3-01
                rating=AT_RISK |
                overdue=true | PA3-01
                overdue=false | PA1-01 PA1-02
                slipped=true | PA3-01
                slipped=false | PA1-01 PA1-02
                leadRole=Assistant Director SEND | PA1-02 PA3-01
                dueBefore=2024-07-01 | PA1-01
                dueBefore=2024-06-30 |
                priority=1 | PA1-01
                priority=2 |
                area=PA1&state=IN_PROGRESS&overdue=true | PA3-01
                """)
        void of_actions_are_narrowed_by_each_filter(String query, String expected) {
            String encoded = query == null ? "" : "?" + query.replace(" ", "%20");

            assertThat(codes(service.json(ROOT + "/actions" + encoded))).isEqualTo(list(expected));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                | PA1-01.1 PA1-02.1 PA3-01.1 PA3-01.2
                area=PA3 | PA3-01.1 PA3-01.2
                theme=T2 | PA1-02.1 PA3-01.1 PA3-01.2
                organisation=OCC | PA1-02.1 PA3-01.1 PA3-01.2
                action=PA3-01 | PA3-01.1 PA3-01.2
                state=VERIFIED | PA1-01.1
                state=PLANNED | PA1-02.1 PA3-01.2
                rating=AT_RISK | PA3-01.1
                overdue=true | PA3-01.1
                overdue=false | PA1-01.1 PA1-02.1 PA3-01.2
                slipped=true | PA3-01.1
                slipped=false | PA1-01.1 PA1-02.1 PA3-01.2
                leadRole=Director of Children's Services | PA1-01.1
                dueBefore=2024-07-01 | PA1-01.1
                dueBefore=2025-02-01 | PA1-01.1 PA1-02.1 PA3-01.1
                dueBefore=2025-01-31 | PA1-01.1 PA1-02.1
                area=PA3&state=PLANNED | PA3-01.2
                """)
        void of_milestones_are_narrowed_by_each_filter(String query, String expected) {
            String encoded = query == null ? "" : "?" + query.replace(" ", "%20");

            assertThat(codes(service.json(ROOT + "/milestones" + encoded))).isEqualTo(list(expected));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actions", "/milestones"})
        void follow_their_cursor_without_gap_or_repeat(String path) {
            List<String> whole = codes(service.json(ROOT + path));
            for (int limit = 1; limit <= whole.size(); limit++) {
                List<String> paged = new ArrayList<>();
                String cursor = "";
                while (cursor != null) {
                    JsonNode page = service.json(ROOT + path + "?limit=" + limit + cursor);
                    paged.addAll(codes(page));
                    assertThat(paged.size()).isLessThanOrEqualTo(whole.size());
                    cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
                }
                assertThat(paged).isEqualTo(whole);
            }
        }

        @Test
        void of_plans_hold_every_plan() {
            assertThat(codes(service.json("/api/v1/plans"))).contains(service.plan());
        }

        @ParameterizedTest
        @CsvSource({"0, must be 1 to 200", "201, must be 1 to 200", "x, must be a whole number"})
        void have_a_limit(String limit, String message) {
            for (String path : List.of("/api/v1/plans", ROOT + "/actions", ROOT + "/milestones", ROOT + "/audit")) {
                malformed(path + "?limit=" + limit, "limit", message);
            }
            assertThat(service.get(ROOT + "/actions?limit=200").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Malformed_parameters {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /actions?state=DONE       | state     | must be one of AGREED, IN_PROGRESS, PAUSED, DELIVERED, EMBEDDED, CANCELLED, TRANSFERRED
                /milestones?state=DONE    | state     | must be one of PLANNED, IN_PROGRESS, CLAIMED_COMPLETE
                /actions?rating=amber     | rating    | must be one of COMPLETE_EMBEDDED, COMPLETE, ON_TRACK
                /actions?overdue=maybe    | overdue   | must be true or false
                /actions?dueBefore=13/02/2025 | dueBefore | must be a day such as 2025-02-13
                /actions?dueBefore=2/13/25| dueBefore | must be a day such as 2025-02-13
                /actions?dueBefore=2025-02-30 | dueBefore | must be a day such as 2025-02-13
                /actions?dueBefore=2025-02 | dueBefore | must be a day such as 2025-02-13
                /actions?area=%20         | area      | is empty: give it a value
                /actions?cursor=!         | cursor    | must be the "next" of an earlier answer
                /audit?from=2025-02-30    | from      | must be a day such as 2025-02-13
                /audit?to=x               | to        | must be a day such as 2025-02-13
                /audit?before=x           | before    | must be a whole number
                /progress?by=colour       | by        | must be one of area, theme, organisation, workstream
                /actions?knownAt=x        | knownAt   | must be a date such as 2025-02-13 or an instant such as
                /actions?knownAt=2025-02-30 | knownAt | must be a date such as
                /actions?knownAt=2025-02-13T09:30 | knownAt | does not say its offset from UTC
                /actions?knownAt=2025-02-13T9:30Z | knownAt | or an instant such as 2025-02-13T09:30:00Z
                /actions?effectiveAt=x    | effectiveAt | must be a date such as
                /actions?effectiveAt=%2B1000000000-12-31T23:59:59Z | effectiveAt | must be a date such as
                /actions?knownAt=2025-02-13&knownAt=2025-02-14 | knownAt | is given 2 times: give it once
                """)
        void name_their_field_and_say_what_is_allowed(String path, String field, String message) {
            malformed(ROOT + path, field, message);
        }

        @Test
        void that_can_mean_a_month_or_a_year_are_asked_about() {
            JsonNode asked = problem(service.get(ROOT + "/actions?effectiveAt=2011-12"), 400, "request.month-or-years");
            assertThat(asked.path("errors").path(0).path("field").asString()).isEqualTo("effectiveAt");
            assertThat(asked.path("errors").path(0).path("message").asString())
                    .contains("December 2011", "2011/12", "2011-M12", "2012-03-31", "2012-08-31");
            assertThat(service.get(ROOT + "/actions?effectiveAt=2011-M12").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void never_repeat_what_was_sent() {
            assertThat(service.get(ROOT + "/actions?state=%3Cscript%3E&knownAt=now")
                            .body())
                    .doesNotContain("script");
        }
    }

    @Nested
    class What_is_not_there {
        @ParameterizedTest
        @ValueSource(strings = {"", "/actions", "/actions/PA3-01", "/milestones", "/progress", "/audit"})
        void an_unknown_plan_is_404(String path) {
            problem(service.get("/api/v1/plans/nope" + path), 404, "plan.unknown");
        }

        @Test
        void an_unknown_action_is_404() {
            problem(service.get(ROOT + "/actions/PA9-99"), 404, "action.unknown");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/nope", "/api/v1/plans/oxfordshire-pap/nope", "/nope", "/api/v2/plans"})
        void an_unknown_path_is_404_for_anyone_who_is_signed_in(String path) {
            assertThat(problem(service.get(path), 404, "request.no-such-path").toString())
                    .doesNotContain("static resource");
        }

        @Test
        void nothing_can_be_recorded_here() {
            HttpRequest post = request(ROOT + "/actions")
                    .header("Authorization", service.basic("office"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(service.send(post).statusCode()).isEqualTo(405);
        }
    }

    @Nested
    class Who_asks {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/v1/audit/checkpoint",
                    "/api/v1/audit/export",
                    "/api/v1/redactions",
                    ROOT + "/guard-overrides",
                    "/actuator/prometheus"
                })
        void must_be_said_where_a_right_is_needed(String path) {
            HttpResponse<String> response = service.send(request(path).build());

            problem(response, 401, "request.unauthenticated");
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic");
        }

        @Test
        void need_not_be_said_to_read_what_is_public() {
            assertThat(service.send(request("/api/v1/plans").build()).statusCode())
                    .isEqualTo(200);
            problem(service.send(request("/api/v1/nope").build()), 404, "request.no-such-path");
        }

        @Test
        void must_know_the_password() {
            String wrong = Base64.getEncoder().encodeToString("reviewer:wrong".getBytes(StandardCharsets.UTF_8));

            problem(
                    service.send(request("/api/v1/plans")
                            .header("Authorization", "Basic " + wrong)
                            .build()),
                    401,
                    "request.unauthenticated");
        }
    }

    private static HttpRequest.Builder request(String path) {
        return service.request(path);
    }

    @Nested
    class At_another_time {
        @Test
        void the_description_of_the_api_says_where_it_can_be_asked_about() {
            JsonNode paths = service.json("/v3/api-docs").path("paths");
            for (String path : List.of("/plans", "/plans/{plan}/actions/{action}", "/plans/{plan}/progress"))
                assertThat(paths.at("/~1api~1v1" + path.replace("/", "~1") + "/get/parameters"))
                        .extracting(parameter -> parameter.path("name").asString())
                        .contains("knownAt", "effectiveAt")
                        .doesNotContain("asAt");
        }

        private Rating rating(String query) {
            return Rating.valueOf(service.json(ROOT + "/milestones" + query)
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("code").asString().equals("PA3-01.1"))
                    .findFirst()
                    .orElseThrow()
                    .path("rating")
                    .asString());
        }

        @Test
        void known_at_an_instant_before_the_report_nothing_had_been_said() {
            assertThat(rating("?knownAt=" + beforeTheReport)).isEqualTo(Rating.NO_DATA);
            assertThat(rating("?knownAt=" + Instant.now().plusSeconds(60))).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void known_at_a_day_is_to_its_end() {
            LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

            assertThat(rating("?knownAt=" + today)).isEqualTo(Rating.AT_RISK);
            assertThat(service.json(ROOT + "/milestones?knownAt=" + today.minusDays(1))
                            .path("items")
                            .size())
                    .isZero();
            problem(service.get(ROOT + "?knownAt=" + today.minusDays(1)), 404, "plan.unknown");
            problem(service.get(ROOT + "/actions/PA3-01?knownAt=2024"), 404, "action.unknown");
        }

        @Test
        void effective_at_a_day_only_what_was_true_by_then_counts() {
            assertThat(rating("?effectiveAt=2025-01-19")).isEqualTo(Rating.NO_DATA);
            assertThat(rating("?effectiveAt=2025-01-20")).isEqualTo(Rating.AT_RISK);
            assertThat(rating("?effectiveAt=2025-01")).isEqualTo(Rating.AT_RISK);
            assertThat(service.json(ROOT + "/actions/PA3-01?effectiveAt=2024-02-28")
                            .path("state")
                            .asString())
                    .as("started in February 2024, which is certain on the last of it")
                    .isEqualTo("AGREED");
            assertThat(service.json(ROOT + "/actions/PA3-01?effectiveAt=2024-02-29")
                            .path("state")
                            .asString())
                    .isEqualTo("IN_PROGRESS");
        }

        @Test
        void lateness_is_seen_from_the_day_asked_about() {
            String overdue = ROOT + "/milestones?overdue=true&effectiveAt=";

            assertThat(codes(service.json(overdue + "2025-01-31"))).isEmpty();
            assertThat(codes(service.json(overdue + "2025-02-01"))).containsExactly("PA3-01.1");
        }

        @Test
        void progress_is_counted_as_at_then() {
            JsonNode then = service.json(ROOT + "/progress?by=area&effectiveAt=2025-01-19")
                    .path("total");
            assertThat(then.path("milestones").path("byRating").path("AT_RISK").asInt())
                    .isZero();

            JsonNode now = service.json(ROOT + "/progress?by=area");
            assertThat(now.path("total")
                            .path("milestones")
                            .path("byRating")
                            .path("AT_RISK")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_belongs_to_two_areas_counts_in_both_and_once_in_the_total() {
        JsonNode progress = service.json(ROOT + "/progress?by=area");

        assertThat(progress.path("items")
                        .valueStream()
                        .map(item -> item.path("code").asString() + " "
                                + item.path("milestones").path("total").asInt()))
                .containsExactly("PA1 3", "PA3 2");
        assertThat(progress.path("total").path("milestones").path("total").asInt())
                .isEqualTo(3);
        assertThat(progress.path("total").path("actions").asInt()).isEqualTo(2);
        assertThat(progress.path("total").path("overdue").asInt()).isEqualTo(1);
        for (String by : List.of("theme", "organisation", "workstream")) {
            assertThat(service.json(ROOT + "/progress?by=" + by).path("total")).isEqualTo(progress.path("total"));
        }
    }

    @Test
    void the_etag_is_the_version_of_the_stream() {
        HttpResponse<String> action = service.get(ROOT + "/actions/PA3-01");
        assertThat(action.headers().firstValue("ETag")).hasValue("\"5\"");
        assertThat(service.parse(action.body()).path("version").asLong()).isEqualTo(5);
        assertThat(service.get(ROOT).headers().firstValue("ETag")).hasValue("\"0\"");

        assertThat(service.get(ROOT + "/actions/PA3-01", "If-None-Match", "\"5\"")
                        .statusCode())
                .isEqualTo(304);
    }

    @Nested
    class Reading_ones_own_writes {
        @Test
        void needs_a_whole_number() {
            JsonNode problem = problem(
                    service.send(request("/api/v1/plans")
                            .header("Authorization", service.basic("reviewer"))
                            .header("X-Log-Position", "latest")
                            .build()),
                    400,
                    "request.invalid-value");
            assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("X-Log-Position");
        }

        @Test
        void sees_at_once_what_was_just_recorded() {
            for (int version = 1; version <= 20; version++) {
                service.append(
                        "plan:read-your-writes",
                        version - 1,
                        OFFICE,
                        version == 1
                                ? new PlanEvent.PlanRegistered(new PlanId("read-your-writes"), plan().details())
                                : new PlanEvent.PlanPublished(new PlanId("read-your-writes"), date("2025"), null));
                assertThat(service.json("/api/v1/plans/read-your-writes")
                                .path("version")
                                .asInt())
                        .isEqualTo(version - 1);
            }
        }
    }
}
