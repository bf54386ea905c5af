package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.QueryService.ANONYMOUS;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;

/**
 * Two services hold the same figures about children, but that a small count is 2 in one and 3 in the other. Anyone who
 * has not signed in can't tell which is which.
 */
class SmallCountsTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    @TempDir
    static Path directory;

    private static QueryService two;
    private static QueryService three;

    @BeforeAll
    static void start() {
        two = start("two", "2");
        three = start("three", "3");
    }

    private static QueryService start(String name, String small) {
        QueryService service = QueryService.start(directory.resolve(name));
        Reading count = Reading.exactly(small);
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(new PlanPublished(PLAN, date("2024-01-10"), null)), OFFICE);
        service.append(
                List.of(
                        defined("FALLING", Reading.exactly("6")),
                        measured("FALLING", "2024-11", "News", Reading.exactly("7")),
                        measured("FALLING", "2024-12", "News", count),
                        defined("RISING", count),
                        new KpiTargetSet(PLAN, new KpiCode("RISING"), count, date("2099-01")),
                        measured("RISING", "2024-12", "News", Reading.exactly("6")),
                        defined("REVISED", null),
                        measured("REVISED", "2024-12", "News", count),
                        new MeasurementRevised(
                                PLAN,
                                new KpiCode("REVISED"),
                                Period.parse("2024-12"),
                                "News",
                                Reading.exactly("9"),
                                MeasurementStatus.FINAL,
                                ErasableText.of("We had said " + small)),
                        defined("DISPUTED", null),
                        measured("DISPUTED", "2024-12", "News", count),
                        measured("DISPUTED", "2024-12", "Blog", Reading.exactly("8")),
                        defined("MORE", null),
                        measured("MORE", "2024-12", "News", Reading.of(Reading.Comparator.GT, small)),
                        evidence(Integer.parseInt(small))),
                OFFICE);
        for (String unit : List.of("cases", "CYP", "patients", "permanent exclusions", "wards of court")) {
            String code = "UNIT-" + unit.hashCode();
            service.append(
                    List.of(
                            defined(code, unit, null, null),
                            measured(code, "2024-11", "News", count),
                            new MeasurementWithdrawn(
                                    PLAN,
                                    new KpiCode(code),
                                    Period.parse("2024-11"),
                                    "News",
                                    ErasableText.of("Not " + small))),
                    OFFICE);
        }
        service.append(
                List.of(
                        defined("CORRECTED", "per cent", null, "Words on " + small),
                        measured("CORRECTED", "2024-11", "News", count),
                        new KpiAmended(
                                PLAN, new KpiCode("CORRECTED"), details("children", null, null, "Words on " + small)),
                        defined("SAID", "per cent", true, null),
                        measured("SAID", "2024-11", "News", count),
                        defined("NO-PEOPLE", "panels", false, null),
                        measured("NO-PEOPLE", "2024-11", "News", Reading.exactly("3"))),
                OFFICE);
        StocktakeCode stocktake = new StocktakeCode("2025-02");
        StocktakeDetails like = History.look("Look", StocktakeKind.STOCKTAKE);
        service.append(
                List.of(
                        new StocktakeScheduled(
                                PLAN,
                                stocktake,
                                new StocktakeDetails(
                                        like.title(),
                                        like.kind(),
                                        like.heldOn(),
                                        like.heldBy(),
                                        like.scope(),
                                        like.areas(),
                                        like.themes(),
                                        Visibility.PUBLIC)),
                        new StocktakeFrozen(PLAN, stocktake, date("2025-03-01"), null)),
                OFFICE);
        service.awaitViews();
        return service;
    }

    @AfterAll
    static void stop() {
        two.close();
        three.close();
    }

    private static KpiDefined defined(String code, Reading baseline) {
        return new KpiDefined(PLAN, new KpiCode(code), details("children", baseline, null, null));
    }

    private static KpiDefined defined(String code, String unit, Boolean countsPeople, String basis) {
        return new KpiDefined(PLAN, new KpiCode(code), details(unit, null, countsPeople, basis));
    }

    private static KpiDetails details(String unit, Reading baseline, Boolean countsPeople, String basis) {
        return new KpiDetails(
                "Waiting",
                unit,
                Polarity.LOWER_IS_BETTER,
                ErasableText.ofNullable(basis),
                null,
                baseline == null ? null : new KpiBaseline(Period.parse("2023-09"), baseline),
                new TreeSet<>(),
                new TreeSet<>(),
                null,
                countsPeople);
    }

    private static MeasurementRecorded measured(String code, String period, String source, Reading reading) {
        return new MeasurementRecorded(
                PLAN, new KpiCode(code), Period.parse(period), source, reading, MeasurementStatus.FINAL, false);
    }

    private static EvidenceSubmitted evidence(int sampleSize) {
        return new EvidenceSubmitted(
                PLAN,
                new EvidenceId("E-1"),
                new EvidenceDetails(
                        "Interviews",
                        EvidenceKind.AUDIT,
                        EvidenceLevel.OUTCOME,
                        null,
                        ErasableText.of("They are content"),
                        new EvidenceSource("Papers", null, null),
                        sampleSize,
                        new TreeSet<>(),
                        Visibility.PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kpis",
                "/kpis?knownAt=2100-01-01",
                "/kpis/FALLING",
                "/kpis/RISING",
                "/kpis/REVISED",
                "/kpis/DISPUTED",
                "/kpis/MORE",
                "/kpis/CORRECTED",
                "/kpis?knownAt=position:16",
                "/kpis/SAID",
                "/changes?from=position:16",
                "/evidence",
                "/evidence/E-1",
                "/evidence/gaps",
                "/audit",
                "/changes?from=position:2",
                "/stocktakes/2025-02/pack"
            })
    void are_not_told_to_everybody_nor_what_gives_them_back(String path) {
        assertThat(answer(two, "reviewer", path)).isNotEqualTo(answer(three, "reviewer", path));
        assertThat(answer(two, ANONYMOUS, path)).isEqualTo(answer(three, ANONYMOUS, path));
        assertThat(answer(two, "forum", path)).isNotEqualTo(answer(three, "forum", path));
    }

    private static String answer(QueryService service, String user, String path) {
        return service.getAs(user, ROOT + path)
                .body()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "(recorded)")
                .replaceAll("\"checkpoint\":\"(\\\\.|[^\"\\\\])*\"", "");
    }

    @Test
    void are_told_where_the_kpi_says_that_it_counts_no_people() {
        var latest = two.jsonAs(ANONYMOUS, ROOT + "/kpis/NO-PEOPLE").path("latest");
        assertThat(latest.path("reading").path("value").asInt()).isEqualTo(3);
    }

    @Test
    void read_less_exactly_and_say_so() {
        var kpi = two.jsonAs(ANONYMOUS, ROOT + "/kpis/FALLING");
        assertThat(kpi.path("latest").path("reading").path("comparator").asString())
                .isEqualTo("LT");
        assertThat(kpi.path("latest").path("reading").path("value").asInt()).isEqualTo(5);
        assertThat(kpi.path("change").path("inWords").asString()).isEqualTo("down by at least 2");
        assertThat(kpi.path("suppressed").asBoolean()).isTrue();
        assertThat(two.jsonAs("forum", ROOT + "/kpis/FALLING").has("suppressed"))
                .isFalse();
        assertThat(two.getAs(ANONYMOUS, ROOT + "/audit").body())
                .contains("was recorded: less than 5, final, from News");
    }

    @Test
    void what_was_more_than_a_small_count_is_not_made_less() {
        var reading = two.jsonAs(ANONYMOUS, ROOT + "/kpis/MORE").path("latest").path("reading");
        assertThat(reading.path("comparator").asString()).isEqualTo("GT");
        assertThat(reading.path("value").asInt()).isZero();
    }
}
