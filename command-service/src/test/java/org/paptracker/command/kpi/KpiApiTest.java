package org.paptracker.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;

class KpiApiTest {
    private static final String DEFINITION = """
        {"title": "Backlog of annual reviews", "unit": "reviews", "polarity": "LOWER_IS_BETTER", "kind": "PROCESS",
         "basis": "All plans", "areas": ["PA3"], "themes": ["T1"],
         "definition": {"numerator": "Reviews overdue", "denominator": "Plans", "clockStart": "Anniversary",
                        "clockStop": "Review held", "exceptions": "None"},
         "baseline": {"period": "2024-09", "reading": {"comparator": "GT", "value": 200}}}\
        """;
    private static final String FEWER_THAN_50 = """
        {"reading": {"comparator": "LT", "value": 50}, "status": "PROVISIONAL", "source": "Council news"}\
        """;
    private static final String REVISION = """
        {"reading": {"comparator": "EQ", "value": 40.0}, "status": "FINAL", "source": "Council news", "reason": "Counted"}\
        """;

    private final CommandService service = CommandService.shared();

    private String kpi() {
        String path = service.plan() + "/kpis/annual-review-backlog";
        service.put("office", path, DEFINITION).is(201);
        return path;
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String kpi = kpi();
        long before = service.position();
        Answer again = service.put("office", kpi, DEFINITION).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("annual-review-backlog");
        assertThat(service.position()).isEqualTo(before);
        Answer amended = service.put("office", kpi, DEFINITION.replace("PROCESS", "OUTCOME"), "If-Match", "\"0\"")
                .is(200);
        assertThat(amended.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void has_targets_and_figures_that_are_revised_and_withdrawn() {
        String kpi = kpi();
        service.post(
                        "office",
                        kpi + "/targets",
                        "{\"value\": {\"comparator\": \"EQ\", \"value\": 0}, \"dueOn\": \"2025-07\"}")
                .is(200);
        String january = kpi + "/measurements/2025-01";
        service.put("lead-t1", january, FEWER_THAN_50).is(201);
        service.put("lead-t1", january, FEWER_THAN_50).is(200);
        service.put("lead-t1", january, FEWER_THAN_50.replace("50", "60")).is(409, "kpi.revise-instead");
        service.put("lead-t1", january, FEWER_THAN_50.replace("Council news", "Chair's blog"))
                .is(201);
        service.post("lead-t1", january + "/revisions", REVISION).is(200);
        service.post("lead-t1", january + "/withdrawal", "{\"reason\": \"Wrong\"}")
                .is(409, "kpi.source-needed");
        service.post("lead-t1", january + "/withdrawal", "{\"reason\": \"Wrong\", \"source\": \"Chair's blog\"}")
                .is(200);
        service.post("lead-t1", january + "/withdrawal", "{\"reason\": \"Wrong\"}")
                .is(200);
        service.post("lead-t1", january + "/revisions", REVISION).is(404, "kpi.measurement-unknown");
    }

    @Test
    void takes_every_form_of_period_and_keeps_direction_only_readings_so() {
        String kpi = kpi();
        for (String period : new String[] {"2025-01", "2024-Q4", "2024", "2023-24AY", "2025-01-31"}) {
            service.put(
                            "lead-t1",
                            kpi + "/measurements/" + period,
                            "{\"reading\": {\"direction\": \"UP\"}, \"status\": \"FINAL\", \"source\": \"Blog\","
                                    + " \"illustrative\": true}")
                    .is(201);
        }
        String stream = kpi.replace("/api/v1/plans/", "kpi:").replace("/kpis/", "/");
        MeasurementRecorded year =
                (MeasurementRecorded) service.stream(stream).get(4).getPayload();
        assertThat(year.period()).isEqualTo(Period.parse("2023-24AY"));
        assertThat(year.effectiveOn()).isEqualTo(BusinessDate.parse("2024-08-31"));
        assertThat(year.reading()).isEqualTo(Reading.going(Direction.UP));
        assertThat(year.status()).isEqualTo(MeasurementStatus.FINAL);
        assertThat(year.illustrative()).isTrue();
    }

    @Test
    void needs_a_reading_of_one_form_and_a_period_there_is() {
        String kpi = kpi();
        String path = kpi + "/measurements/2025-01";
        Answer both = service.put(
                        "lead-t1", path, FEWER_THAN_50.replace("\"value\": 50", "\"value\": 50, \"direction\": \"UP\""))
                .is(400);
        assertThat(both.error("reading")).contains("or a direction");
        service.put("lead-t1", path, FEWER_THAN_50.replace(", \"value\": 50", ""))
                .is(400);
        service.put("lead-t1", path, FEWER_THAN_50.replace("{\"comparator\": \"LT\", \"value\": 50}", "{}"))
                .is(400);
        Answer text = service.put("lead-t1", path, FEWER_THAN_50.replace("50", "\"fifty\""))
                .is(400);
        assertThat(text.error("reading.value")).isEqualTo("must be a number");
        Answer period = service.put("lead-t1", kpi + "/measurements/2025-13", FEWER_THAN_50)
                .is(400);
        assertThat(period.error("period")).contains("2024-25AY");
        service.put("lead-t1", kpi + "/measurements/2099-01", FEWER_THAN_50).is(409, "effective-on.in-future");
        service.put("office", kpi, DEFINITION.replace("\"comparator\": \"GT\", ", ""))
                .is(400);
    }

    @Test
    void asks_whether_a_month_or_a_year_is_meant_where_it_can_be_either() {
        String kpi = kpi();
        Answer period = service.put("lead-t1", kpi + "/measurements/2011-12", FEWER_THAN_50)
                .is(400, "request.month-or-years");
        assertThat(period.error("period"))
                .contains("December 2011", "the year 2011/12", "2011-M12", "2011-12FY", "2011-12AY");
        Answer baseline = service.put(
                        "office", kpi, DEFINITION.replaceAll("\"period\": \"[^\"]*\"", "\"period\": \"2000-01\""))
                .is(400, "request.month-or-years");
        assertThat(baseline.error("baseline.period")).contains("January 2000", "2000-M01", "2000-01FY");
        for (String said : new String[] {"2011-M12", "2011-12FY", "2011-12AY", "2011-11", "2011-Q4", "2012-12"}) {
            service.put("lead-t1", kpi + "/measurements/" + said, FEWER_THAN_50).is(201);
        }
        service.put("lead-t1", kpi + "/measurements/2100-01", FEWER_THAN_50).is(409, "effective-on.in-future");
        String stream = kpi.replace("/api/v1/plans/", "kpi:").replace("/kpis/", "/");
        MeasurementRecorded month =
                (MeasurementRecorded) service.stream(stream).get(1).getPayload();
        assertThat(month.period()).hasToString("2011-12");
        Answer due = service.post(
                        "office",
                        kpi + "/targets",
                        "{\"value\": {\"comparator\": \"EQ\", \"value\": 5}, \"dueOn\": \"2010-11\"}")
                .is(400, "request.month-or-years");
        assertThat(due.error("dueOn")).contains("November 2010", "2010-M11", "2011-03-31", "2011-08-31");
    }

    @Test
    void that_does_not_exist_is_404() {
        String plan = service.plan();
        service.put("lead-t1", plan + "/kpis/X/measurements/2025-01", FEWER_THAN_50)
                .is(404, "kpi.unknown");
        service.put("office", "/api/v1/plans/nowhere/kpis/X", DEFINITION).is(404, "plan.unknown");
        service.put("office", plan + "/kpis/-", DEFINITION).is(400);
        service.put("office", plan + "/kpis/X", DEFINITION.replace("PA3", "PA9"))
                .is(409, "kpi.unknown-area");
        service.put("office", plan + "/kpis/X", DEFINITION.replace("T1", "T9")).is(409, "kpi.unknown-theme");
    }
}
