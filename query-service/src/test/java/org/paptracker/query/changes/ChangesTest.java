package org.paptracker.query.changes;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.QueryService;
import org.paptracker.query.history.Moment;
import org.paptracker.query.history.NamedMoments;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Over HTTP: a plan, an action and a milestone at positions 1 to 3, two reports at 4 and 5, one entered late at 6. */
class ChangesTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap/changes";
    private static final String STREAM = "action:oxfordshire-pap/PA3-01";

    @TempDir
    static Path directory;

    private static QueryService service;

    /** As a slice would that gives moments a name. */
    @Configuration
    static class Reviews {
        @Bean
        NamedMoments reviews() {
            return new NamedMoments() {
                @Override
                public String kind() {
                    return "review";
                }

                @Override
                public Optional<Moment> find(PlanId plan, String code, Scope scope) {
                    return code.equals("first")
                            ? Optional.of(new Moment(4, LocalDate.of(2025, 2, 13)))
                            : Optional.empty();
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        service = QueryService.start(directory, Reviews.class);
        service.append("plan:oxfordshire-pap", 0, OFFICE, plan());
        service.append(STREAM, 0, OFFICE, agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01"));
        service.append(STREAM, 2, LEAD, progress("2025-02-13", Rating.ON_TRACK, 50));
        service.append(STREAM, 3, LEAD, progress("2025-03-13", Rating.OFF_TRACK, 50));
        service.append(STREAM, 4, LEAD, progress("2025-01-13", Rating.AT_RISK, 25));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode items(String query) {
        return service.json(ROOT + query).path("items");
    }

    private static Object change(JsonNode changed, String field, String side) {
        return StreamSupport.stream(changed.path("changes").spliterator(), false)
                .filter(change -> change.path("field").asString().equals(field))
                .map(change -> change.path(side).asString())
                .findFirst()
                .orElse(null);
    }

    @Test
    void says_in_words_and_as_data_what_became_of_each_subject() {
        JsonNode items = items("?from=position:3&to=position:4");

        assertThat(items.size()).isEqualTo(1);
        JsonNode changed = items.path(0);
        assertThat(changed.path("subject").path("code").asString()).isEqualTo("PA3-01.1");
        assertThat(changed.path("subject").path("action").asString()).isEqualTo("PA3-01");
        assertThat(changed.path("said").path(0).path("sentence").asString()).contains("PA3-01.1", "progress");
        assertThat(change(changed, "state", "before")).isEqualTo("PLANNED");
        assertThat(change(changed, "state", "after")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void what_changed_and_changed_back_is_said_but_is_no_change() {
        JsonNode changed = items("?from=position:4").path(0);

        assertThat(changed.path("said").size()).isEqualTo(2);
        assertThat(change(changed, "latest.note", "after")).isEqualTo("Said on 2025-03-13");
        assertThat(change(changed, "latest.percentComplete", "after")).isNull();
    }

    @Test
    void what_was_not_yet_true_on_a_day_is_left_out_at_both_ends() {
        JsonNode changed = items("?from=position:3&effectiveAt=2025-02-28").path(0);

        assertThat(changed.path("said").size()).isEqualTo(2);
        assertThat(change(changed, "latest.note", "after")).isEqualTo("Said on 2025-02-13");
        assertThat(items("?from=position:3&effectiveAt=2025-01-12").size()).isZero();
        assertThat(items("?from=position:4&effectiveAt=2025-02-28")
                        .path(0)
                        .path("said")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void what_was_not_yet_known_is_left_out_at_both_ends() {
        JsonNode answer = service.json(ROOT + "?from=position:3&knownAt=position:4");

        assertThat(answer.path("to").asLong()).isEqualTo(4);
        assertThat(answer.path("items").path(0).path("said").size()).isEqualTo(1);
        assertThat(items("?from=position:5&knownAt=position:4").size()).isZero();
    }

    @Test
    void a_moment_may_be_a_date_or_have_a_name() {
        assertThat(items("?from=2020-01-01").size()).isEqualTo(3);
        assertThat(items("?from=2020-01-01&to=2100-01-01").size()).isEqualTo(3);
        assertThat(service.json(ROOT + "?from=review:first").path("from").asLong())
                .isEqualTo(4);
        assertThat(items("?from=position:0&effectiveAt=review:first")
                        .path(2)
                        .path("said")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void nothing_has_changed_since_now() {
        assertThat(items("?from=position:6").size()).isZero();
        assertThat(items("?from=2100-01-01").size()).isZero();
    }

    @Test
    void are_paged_by_cursor_in_the_order_in_which_they_first_changed() {
        JsonNode first = service.json(ROOT + "?from=position:0&limit=2");
        JsonNode second = service.json(
                ROOT + "?from=position:0&limit=2&cursor=" + first.path("next").asString());

        assertThat(first.path("items").path(0).path("subject").path("type").asString())
                .isEqualTo("plan");
        assertThat(first.path("items").path(1).path("subject").path("type").asString())
                .isEqualTo("action");
        assertThat(second.path("items").path(0).path("subject").path("type").asString())
                .isEqualTo("milestone");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | from
            ?from=position:x                  | must be a position such as position:394
            ?from=position:-1                 | must be a position such as position:394
            ?from=then                        | must be a date such as 2025-02-13
            ?from=review:second               | must name a review of the plan that has been frozen
            ?from=stocktake:first             | must name a stocktake of the plan that has been frozen
            ?from=stocktake:                  | must name a stocktake of the plan that has been frozen
            ?from=visit:first                 | must be a date such as 2025-02-13
            ?from=position:5&to=position:4    | must not be later than
            ?from=2025-02-14&to=2025-02-13    | must not be later than
            ?from=position:0&limit=201        | must be 1 to 200
            ?from=position:0&knownAt=x        | must be a date such as 2025-02-13
            """)
    void what_cannot_be_asked_is_400(String query, String message) {
        var answer = service.get(ROOT + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }
}
