package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.query.QueryService;
import org.paptracker.values.London;
import org.paptracker.values.action.Rating;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.JsonNode;

/** The view that is kept between two reports says the same as the history folded again. */
class RunningPeriodApiTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";
    private static final LocalDate TODAY = London.today(Clock.systemUTC());

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(RunningPeriodApiTest.class);
        String year = Integer.toString(TODAY.getYear());
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(List.of(progress(year, Rating.OFF_TRACK, 10)), LEAD);
        service.append(List.of(defined("K-1", Polarity.HIGHER_IS_BETTER, null)), OFFICE);
        service.append(List.of(measured("K-1", year, "Returns", Reading.exactly("45"))), LEAD);
        service.awaitViews();
        service.append(List.of(progress(TODAY.toString(), Rating.ON_TRACK, 20)), LEAD);
        service.awaitViews();
    }

    private static JsonNode milestoneAt(String moment) {
        return service.json(ROOT + "/actions/PA3-01" + moment).at("/milestones/0");
    }

    @Test
    void what_was_said_last_stands_live_as_at_today_and_after_a_replay() {
        JsonNode live = milestoneAt("");
        assertThat(live.at("/latest/on").asString()).isEqualTo(TODAY.toString());
        assertThat(live.at("/latest/percentComplete").asInt()).isEqualTo(20);
        assertThat(live.at("/assessments/0/rating").asString()).isEqualTo("ON_TRACK");
        assertThat(milestoneAt("?effectiveAt=" + TODAY)).isEqualTo(live);
        assertThat(milestoneAt("?knownAt=position:" + service.position())).isEqualTo(live);
        service.replay("actions");
        assertThat(milestoneAt("")).isEqualTo(live);
        assertThat(service.verified().path("holds").asBoolean()).isTrue();
    }

    @Test
    void readers_are_told_the_date_as_it_was_said_and_of_a_figure_the_day_it_is_known_to() {
        String audit = service.get(ROOT + "/audit").body();
        assertThat(audit).contains("\"latest.on\"").doesNotContain(TODAY.getYear() + "@");
        JsonNode kpi = service.json(ROOT + "/kpis/K-1");
        assertThat(kpi.at("/latest/asOf").asString()).isEqualTo(TODAY.toString());
        assertThat(kpi.at("/measurements/0/asOf").asString()).isEqualTo(TODAY.toString());
        assertThat(kpi.has("otherLengths")).isFalse();
    }
}
