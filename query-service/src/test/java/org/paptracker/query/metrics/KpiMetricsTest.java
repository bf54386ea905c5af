package org.paptracker.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.submitted;
import static org.paptracker.query.History.validated;
import static org.paptracker.query.History.verified;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.query.QueryService;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/** What dashboards scrape of KPIs and evidence. */
class KpiMetricsTest {
    @TempDir
    static Path directory;

    private static QueryService service;
    private static String scraped;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan()), OFFICE);
        service.append(
                List.of(
                        agreed(ACTION, "PA3"),
                        milestone(ACTION, MILESTONE, "2025-01"),
                        claimed("2025-01-20"),
                        submitted("E-1", EvidenceLevel.OUTCOME)),
                LEAD);
        service.append(List.of(verified("2025-01-25"), validated("E-1", "2025-02-13")), OFFICE);
        service.append(
                List.of(
                        defined("exact", Polarity.HIGHER_IS_BETTER, null),
                        measured("exact", "2025-01", "News", Reading.exactly("44.5")),
                        defined("bounded", Polarity.HIGHER_IS_BETTER, null),
                        measured("bounded", "2025-01", "News", Reading.of(Reading.Comparator.LT, "50")),
                        defined("disputed", Polarity.HIGHER_IS_BETTER, null),
                        measured("disputed", "2025-01", "News", Reading.exactly("1")),
                        measured("disputed", "2025-01", "Blog", Reading.exactly("2")),
                        defined("invented", Polarity.HIGHER_IS_BETTER, null),
                        new MeasurementRecorded(
                                PLAN,
                                new KpiCode("invented"),
                                Period.parse("2025-01"),
                                "News",
                                Reading.exactly("3"),
                                MeasurementStatus.FINAL,
                                true),
                        defined("empty", Polarity.HIGHER_IS_BETTER, null),
                        ofChildren("few"),
                        measured("few", "2025-01", "News", Reading.exactly("4"))),
                LEAD);
        service.awaitViews();
        service.bean(PlanMetrics.class).count(); // else in some seconds
        service.bean(GapMetrics.class).count();
        service.bean(KpiMetrics.class).count();
        scraped = service.scrape();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void values_are_exact_numbers_that_no_source_contradicts_and_nobody_made_up() {
        assertThat(scraped.lines().filter(line -> line.startsWith("pap_kpi_value{")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("kpi=\"exact\"").endsWith(" 44.5"));
    }

    private static KpiDefined ofChildren(String code) {
        KpiDetails details = new KpiDetails(
                "Children out of school",
                "children",
                Polarity.LOWER_IS_BETTER,
                null,
                null,
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                null,
                null);
        return new KpiDefined(PLAN, new KpiCode(code), details);
    }

    @Test
    void a_count_of_so_few_children_that_they_could_be_recognised_never_becomes_a_metric() {
        assertThat(service.metric("pap_kpi_age_days", "kpi=\"few\"")).isPositive();
        assertThat(scraped.lines()).noneMatch(line -> line.startsWith("pap_kpi_value{") && line.contains("few"));
    }

    @Test
    void figures_grow_old() {
        double days =
                (double) ChronoUnit.DAYS.between(LocalDate.of(2025, 1, 31), LocalDate.now(ZoneId.of("Europe/London")));
        assertThat(service.metric("pap_kpi_age_days", "kpi=\"bounded\"")).isEqualTo(days);
        assertThat(scraped).doesNotContain("kpi=\"empty\"");
    }

    @Test
    void gaps_are_counted_by_kind() {
        assertThat(service.metric("pap_evidence_gaps", "kind=\"kpi_without_definition\""))
                .isEqualTo(6);
        assertThat(service.metric("pap_evidence_gaps", "kind=\"sources_in_conflict\""))
                .isEqualTo(1);
        assertThat(service.metric("pap_evidence_gaps", "kind=\"complete_but_unevidenced\""))
                .isZero();
    }

    @Test
    void coverage_is_a_share_of_what_is_complete() {
        assertThat(service.metric("pap_evidence_coverage_ratio", "area=\"PA3\""))
                .isEqualTo(1);
        assertThat(scraped.lines().filter(line -> line.startsWith("pap_evidence_coverage_ratio{")))
                .as("no share where nothing is complete")
                .hasSize(1);
    }
}
