package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.details;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.fold.Provenance;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import tools.jackson.databind.JsonNode;

/** A history of twelve entries: 1 the plan, 2 to 5 agreed, 6 to 12 reported. */
class AuditTest {
    private static final String AUDIT = "/api/v1/plans/oxfordshire-pap/audit";
    private static final ActionCode OTHER = new ActionCode("PA1-01");

    /** Of the same code as its action, to tell subjects apart by type. */
    private static final MilestoneCode NAMESAKE = new MilestoneCode("PA1-01");

    private static final Provenance FORUM =
            new Provenance("forum", "PARENT_CARER_FORUM", "OXPCF", "r-3", "=cmd|' /C calc'!A0");

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan()), OFFICE);
        service.append(
                List.of(
                        agreed(ACTION, "PA1", "PA3"),
                        milestone(ACTION, MILESTONE, "2025-01"),
                        agreed(OTHER, "PA1"),
                        milestone(OTHER, NAMESAKE, "2025-03")),
                OFFICE);
        service.append(List.of(progress("2025-02-13", Rating.ON_TRACK, 60)), LEAD);
        service.append(List.of(forecast("2025-02-14", "2025-05")), LEAD);
        service.append(List.of(progress("2025-03-13", Rating.AT_RISK, null)), LEAD);
        service.append(
                List.of(
                        new ActionPaused(
                                PLAN, ACTION, History.date("2025-03-20"), ErasableText.of("-1 post; \"vacant\"")),
                        new ActionAmended(PLAN, ACTION, details("Clear the backlog", "PA1"))),
                FORUM);
        service.append(List.of(new ActionAmended(PLAN, ACTION, details("Clear the backlog, for good", "PA1"))), OFFICE);
        service.append(List.of(progress("2025-04-13", null, 70)), new Provenance("lead-t3", null, null, null, null));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode items(String query) {
        return service.json(AUDIT + query).path("items");
    }

    private static List<Long> positions(String query) {
        return positions(items(query));
    }

    private static List<Long> positions(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("position").asLong())
                .toList();
    }

    private static JsonNode entry(long position) {
        return items("?limit=1&before=" + (position + 1)).path(0);
    }

    @Test
    void an_entry_says_who_when_what_and_from_where() {
        JsonNode entry = entry(6);

        assertThat(entry.path("actor").asString()).isEqualTo("lead-t2");
        assertThat(entry.path("role").asString()).isEqualTo("WORKSTREAM_LEAD");
        assertThat(entry.path("organisation").asString()).isEqualTo("OCC");
        assertThat(entry.path("type").asString()).isEqualTo("milestone-progress-recorded");
        assertThat(entry.path("subject").toString())
                .isEqualTo("{\"type\":\"milestone\",\"code\":\"PA3-01.1\",\"action\":\"PA3-01\"}");
        assertThat(entry.path("effectiveOn").asString()).isEqualTo("2025-02-13");
        assertThat(entry.path("recordedAt").asString()).endsWith("Z");
        assertThat(entry.path("source").asString()).isEqualTo("Chair's blog");
        assertThat(entry.path("requestId").asString()).isEqualTo("r-1");
        assertThat(entry.path("areas").toString()).isEqualTo("[\"PA1\",\"PA3\"]");
        assertThat(entry.path("themes").toString()).isEqualTo("[\"T2\"]");
        assertThat(entry.path("sentence").asString()).startsWith("The milestone PA3-01.1 saw progress reported");
    }

    @Test
    void what_is_not_known_is_absent() {
        assertThat(entry(12).propertyNames())
                .contains("actor")
                .doesNotContain("role", "organisation", "source", "requestId", "reason");
    }

    @Test
    void a_change_names_the_field_with_before_and_after() {
        assertThat(changes(6))
                .contains(
                        "state: \"PLANNED\" -> \"IN_PROGRESS\"",
                        "latest.percentComplete: (none) -> 60",
                        "latest.on: (none) -> \"2025-02-13\"",
                        "stateSince: (none) -> \"2025-02-13\"");
        assertThat(changes(7))
                .containsExactlyInAnyOrder(
                        "forecastDueOn: (none) -> \"2025-05\"", "forecastOn: (none) -> \"2025-02-14\"");
        assertThat(changes(8))
                .contains("latest.on: \"2025-02-13\" -> \"2025-03-13\"")
                .noneMatch(change -> change.startsWith("latest.percentComplete"))
                .noneMatch(change -> change.startsWith("state"));
        assertThat(changes(11)).containsExactly("title: \"Clear the backlog\" -> \"Clear the backlog, for good\"");
    }

    private static List<String> changes(long position) {
        return StreamSupport.stream(entry(position).path("changes").spliterator(), false)
                .map(change -> change.path("field").asString() + ": " + shown(change.path("before")) + " -> "
                        + shown(change.path("after")))
                .toList();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "(none)" : value.toString();
    }

    @Test
    void a_reason_is_told_where_one_is_asked_for() {
        assertThat(entry(9).path("reason").asString()).isEqualTo("-1 post; \"vacant\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subject=PA3-01              | 11,10,9,2
            subject=action:PA3-01       | 11,10,9,2
            subject=PA3-01.1            | 12,8,7,6,3
            subject=milestone:PA3-01.1  | 12,8,7,6,3
            subject=PA1-01              | 5,4
            subject=milestone:PA1-01    | 5
            subject=action:PA1-01       | 4
            subject=plan:oxfordshire-pap| 1
            subject=plan:PA3-01         |
            area=PA3                    | 10,9,8,7,6,3,2
            area=PA1                    | 12,11,10,9,8,7,6,5,4,3,2
            theme=T2                    | 12,11,10,9,8,7,6,5,4,3,2
            theme=T1                    |
            actor=lead-t2               | 8,7,6
            actor=forum                 | 10,9
            organisation=OXPCF          | 10,9
            role=WORKSTREAM_LEAD        | 8,7,6
            type=milestone-added        | 5,3
            type=action-paused          | 9
            actor=forum&type=action-paused | 9
            actor=lead-t2&area=PA3&type=milestone-due-date-forecast | 7
            from=2000-01-01&to=2000-12-31 |
            """)
    void each_filter_narrows_the_history_newest_first(String query, String expected) {
        assertThat(positions("?" + query)).isEqualTo(numbers(expected));
    }

    private static List<Long> numbers(String list) {
        return list == null
                ? List.of()
                : List.of(list.split(",")).stream().map(Long::valueOf).toList();
    }

    @Test
    void from_and_to_are_days_of_recording_both_included() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        List<Long> all = LongStream.iterate(12, p -> p > 0, p -> p - 1).boxed().toList();

        assertThat(positions("?from=" + today.minusDays(1) + "&to=" + today.plusDays(1)))
                .isEqualTo(all);
        assertThat(positions("?from=" + today.minusDays(1))).isEqualTo(all);
        assertThat(positions("?to=" + today.plusDays(1))).isEqualTo(all);
        assertThat(positions("?to=" + today.minusDays(2))).isEmpty();
        assertThat(positions("?from=" + today.plusDays(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&area=PA3", "&actor=lead-t2", "&subject=PA3-01"})
    void pages_follow_each_other_without_gap_or_repeat(String filter) {
        List<Long> whole = positions("?limit=200" + filter);
        for (int limit = 1; limit <= whole.size() + 1; limit++) {
            List<Long> paged = new ArrayList<>();
            String before = "";
            for (int pages = 0; before != null; pages++) {
                assertThat(pages).as("pages of %d", limit).isLessThanOrEqualTo(whole.size() + 1);
                JsonNode page = service.json(AUDIT + "?limit=" + limit + filter + before);
                assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
                paged.addAll(positions(page.path("items")));
                before = page.has("next") ? "&before=" + page.path("next").asString() : null;
            }
            assertThat(paged).as("pages of %d", limit).isEqualTo(whole);
        }
    }

    @Test
    void nothing_comes_before_the_first_entry() {
        assertThat(positions("?before=1")).isEmpty();
        assertThat(positions("?before=-5")).isEmpty();
        assertThat(positions("?before=99999")).hasSize(12);
    }

    @Nested
    class As_a_table {
        private HttpResponse<String> csv(String query) {
            return service.get(AUDIT + query, "Accept", "text/csv");
        }

        private List<CsvRecord> rows(String query) {
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder().ofCsvRecord(csv(query).body())) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void has_a_header_and_a_row_an_entry() {
            HttpResponse<String> answer = csv("");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(rows(""))
                    .hasSize(13)
                    .first()
                    .satisfies(header -> assertThat(header.getFields())
                            .containsExactly(
                                    "position",
                                    "recordedAt",
                                    "effectiveOn",
                                    "actor",
                                    "role",
                                    "organisation",
                                    "type",
                                    "subjectType",
                                    "subject",
                                    "sentence",
                                    "changes",
                                    "source",
                                    "reason",
                                    "requestId",
                                    "plan",
                                    "said",
                                    "correctedBy"));
            assertThat(rows("").stream().skip(1).map(row -> Long.valueOf(row.getField(0))))
                    .isEqualTo(positions(""));
        }

        @Test
        void is_narrowed_like_the_list() {
            assertThat(rows("?actor=lead-t2").stream().skip(1).map(row -> row.getField(0)))
                    .containsExactly("8", "7", "6");
        }

        @Test
        void shows_changes_as_before_and_after() {
            assertThat(rows("?before=8&limit=1").get(1).getField(10))
                    .isEqualTo("forecastDueOn: (none) → 2025-05; forecastOn: (none) → 2025-02-14");
        }

        @Test
        void runs_no_formula_in_a_spreadsheet() {
            CsvRecord row = rows("?before=10&limit=1").get(1);

            assertThat(row.getField(11)).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(row.getField(12)).isEqualTo("'-1 post; \"vacant\"");
        }

        @Test
        void names_the_next_page_in_a_link() {
            HttpResponse<String> first = csv("?limit=5&area=PA1");
            String link = first.headers().firstValue("Link").orElseThrow();

            assertThat(link).endsWith("; rel=\"next\"");
            URI next = URI.create(link.substring(1, link.indexOf('>')));
            assertThat(rows(next.getRawPath().replace(AUDIT, "") + "?" + next.getRawQuery()).stream()
                            .skip(1)
                            .map(row -> row.getField(0)))
                    .containsExactly("7", "6", "5", "4", "3");
            assertThat(csv("").headers().firstValue("Link")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "?limit=0, 400, request.invalid-value",
            "?from=yesterday, 400, request.invalid-date",
            "?before=x, 400, request.wrong-type"
        })
        void errors_are_problems_not_tables(String query, int status, String code) {
            HttpResponse<String> answer = csv(query);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(service.parse(answer.body()).path("code").asString()).isEqualTo(code);
        }

        @Test
        void an_unknown_plan_is_a_problem_too() {
            HttpResponse<String> answer = service.get("/api/v1/plans/nope/audit", "Accept", "text/csv");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(service.parse(answer.body()).path("code").asString()).isEqualTo("plan.unknown");
        }
    }
}
