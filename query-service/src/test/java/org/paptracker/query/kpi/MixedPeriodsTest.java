package org.paptracker.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.measured;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.query.Story;
import org.paptracker.query.kpi.Trend.OtherLength;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/** Figures for periods of different length: like is compared with like. */
class MixedPeriodsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final KpiCode KPI = new KpiCode("K-1");

    private final Story story = new Story();

    private Trend trend() {
        return Trend.of(story.kpi("K-1"), DAY);
    }

    private MixedPeriodsTest kpi() {
        story.by(OFFICE, defined("K-1", Polarity.HIGHER_IS_BETTER, null));
        return this;
    }

    private MixedPeriodsTest figure(String recordedOn, String period, String value) {
        story.from(recordedOn + "T09:00:00Z").by(LEAD, measured("K-1", period, "Returns", Reading.exactly(value)));
        return this;
    }

    private MixedPeriodsTest finalFigure(String recordedOn, String period, String value) {
        story.from(recordedOn + "T09:00:00Z")
                .by(
                        LEAD,
                        new MeasurementRecorded(
                                PLAN,
                                KPI,
                                Period.parse(period),
                                "Returns",
                                Reading.exactly(value),
                                MeasurementStatus.FINAL,
                                false));
        return this;
    }

    private String latest() {
        Trend trend = trend();
        return "%s %s %s %s"
                .formatted(
                        trend.latest().period(),
                        trend.latest().reading().inWords(),
                        trend.change() == null ? "-" : trend.change().inWords(),
                        trend.directionOfTravel());
    }

    @Test
    void the_month_is_compared_with_the_month_before_and_not_with_the_year() {
        kpi().figure("2026-10-02", "2026-09", "55")
                .figure("2026-11-02", "2026-10", "60")
                .finalFigure("2026-11-03", "2026", "45")
                .figure("2026-11-29", "2026-11", "65");
        assertThat(latest()).isEqualTo("2026-11 65 up by exactly 5 IMPROVING");
    }

    @Test
    void so_it_is_where_the_year_is_over_and_is_recorded_last() {
        kpi().figure("2026-10-02", "2025-10", "60")
                .figure("2026-10-02", "2025-11", "65")
                .finalFigure("2026-11-03", "2025", "45");
        assertThat(latest()).isEqualTo("2025-11 65 up by exactly 5 IMPROVING");
    }

    @Test
    void quarters_academic_years_and_snapshots_are_not_compared_with_months_either() {
        kpi().figure("2026-11-02", "2026-08", "60")
                .figure("2026-11-02", "2026-09", "65")
                .figure("2026-11-02", "2026-Q3", "40")
                .figure("2026-11-02", "2025-26AY", "30")
                .figure("2026-11-02", "2026-08-31", "20");
        assertThat(latest()).isEqualTo("2026-09 65 up by exactly 5 IMPROVING");
    }

    @Test
    void the_other_lengths_are_told_beside_it_each_with_its_own_change() {
        kpi().figure("2026-01-02", "2024", "40")
                .figure("2026-01-02", "2025", "50")
                .figure("2026-11-02", "2026-09", "55")
                .figure("2026-11-02", "2026-10", "54");
        assertThat(latest()).isEqualTo("2026-10 54 down by exactly 1 WORSENING");
        assertThat(trend().otherLengths()).singleElement().satisfies(years -> {
            assertThat(years.latest().period()).isEqualTo(Period.parse("2025"));
            assertThat(years.change().inWords()).isEqualTo("up by exactly 10");
            assertThat(years.directionOfTravel()).isEqualTo(Travel.IMPROVING);
        });
    }

    @Test
    void a_figure_with_nothing_to_compare_it_with_does_not_take_the_place_of_one_for_the_same_time() {
        kpi().figure("2026-07-02", "2026-Q1", "50")
                .figure("2026-07-02", "2026-Q2", "55")
                .figure("2026-07-02", "2026-05", "20");
        assertThat(latest()).isEqualTo("2026-Q2 55 up by exactly 5 IMPROVING");
        figure("2026-11-02", "2026-10", "22");
        assertThat(latest()).as("October was after it").isEqualTo("2026-10 22 up by exactly 2 IMPROVING");
    }

    @Test
    void a_newer_figure_stands_even_if_there_is_nothing_to_compare_it_with() {
        kpi().figure("2026-01-02", "2023", "50")
                .figure("2026-01-02", "2024", "55")
                .figure("2026-11-02", "2026-10", "20");
        assertThat(latest()).isEqualTo("2026-10 20 - UNKNOWN");
    }

    @Test
    void a_baseline_of_another_length_is_not_compared_with() {
        story.by(OFFICE, defined("K-1", Polarity.HIGHER_IS_BETTER, Reading.exactly("10"))); // for September 2023
        figure("2026-01-02", "2025", "50");
        assertThat(trend().sinceBaseline()).isNull();
        assertThat(trend().directionOfTravel()).isEqualTo(Travel.UNKNOWN);
        figure("2026-11-02", "2026-10", "50");
        assertThat(trend().sinceBaseline().inWords()).isEqualTo("up by exactly 40");
    }

    @Test
    void no_figure_for_a_period_that_is_not_over_is_final_whatever_the_log_says() {
        kpi().finalFigure("2026-11-03", "2026", "45");
        assertThat(trend().latest().status()).isEqualTo(MeasurementStatus.PROVISIONAL);
        assertThat(trend().latest().asOf()).isEqualTo("2026-11-03");
        assertThat(trend().ageDays()).isEqualTo(28);
        story.from("2027-01-05T09:00:00Z")
                .by(
                        LEAD,
                        new MeasurementRevised(
                                PLAN,
                                KPI,
                                Period.parse("2026"),
                                "Returns",
                                Reading.exactly("46"),
                                MeasurementStatus.FINAL,
                                ErasableText.of("The year is over")));
        assertThat(trend().latest().status()).isEqualTo(MeasurementStatus.FINAL);
        assertThat(trend().latest().asOf()).isNull();
    }

    /** Places of figures in the months around the years 2024 to 2026, which many periods share. */
    @Provide
    Arbitrary<List<String>> periods() {
        Arbitrary<Integer> years = Arbitraries.integers().between(2024, 2026);
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
        return Arbitraries.oneOf(
                        years.map(String::valueOf),
                        years.map(year -> "%d-%02dAY".formatted(year, (year + 1) % 100)),
                        years.map(year -> "%d-%02dFY".formatted(year, (year + 1) % 100)),
                        years.flatMap(
                                year -> Arbitraries.integers().between(1, 4).map(q -> year + "-Q" + q)),
                        years.flatMap(year -> months.map(month -> "%d-%02d".formatted(year, month))),
                        years.flatMap(year -> months.map(month -> "%d-%02d-15".formatted(year, month))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .uniqueElements();
    }

    @Property(tries = 300)
    void the_trend_is_that_of_a_simple_model(@ForAll("periods") List<String> texts) {
        kpi();
        Map<Period, Integer> figures = new LinkedHashMap<>();
        for (String text : texts) {
            int value = 10 + figures.size() * figures.size(); // no two differences are alike
            figure("2027-12-31", text, Integer.toString(value));
            figures.put(Period.parse(text), value);
        }
        Trend trend = trend();

        Period latest = modelled(figures);
        assertThat(trend.latest().period()).isEqualTo(latest);
        assertThat(by(trend.change())).isEqualTo(change(figures, latest));
        assertThat(trend.otherLengths().stream()
                        .map(each -> each.latest().period().kind()))
                .doesNotHaveDuplicates()
                .doesNotContain(latest.kind())
                .hasSize((int) figures.keySet().stream()
                                .map(Period::kind)
                                .distinct()
                                .count()
                        - 1);
        for (OtherLength other : trend.otherLengths()) {
            Period last = other.latest().period();
            assertThat(last).isEqualTo(lastOf(figures, last.kind()));
            assertThat(by(other.change())).isEqualTo(change(figures, last));
        }
    }

    private static Period modelled(Map<Period, Integer> figures) {
        List<Period> newestFirst = new ArrayList<>(figures.keySet());
        newestFirst.sort(Comparator.comparing(Period::first).reversed().thenComparing(Period::last));
        Period newest = newestFirst.get(0);
        if (before(figures, newest).isPresent()) return newest;
        return newestFirst.stream()
                .filter(period -> period.equals(lastOf(figures, period.kind())))
                .filter(period -> before(figures, period).isPresent())
                .filter(period -> !period.last().isBefore(newest.first()))
                .findFirst()
                .orElse(newest);
    }

    private static Period lastOf(Map<Period, Integer> figures, Period.Kind kind) {
        return figures.keySet().stream()
                .filter(period -> period.kind() == kind)
                .max(Comparator.comparing(Period::first))
                .orElseThrow();
    }

    private static Optional<Period> before(Map<Period, Integer> figures, Period period) {
        return figures.keySet().stream()
                .filter(each -> each.kind() == period.kind() && each.first().isBefore(period.first()))
                .max(Comparator.comparing(Period::first));
    }

    private static Integer change(Map<Period, Integer> figures, Period period) {
        return before(figures, period)
                .map(before -> Math.abs(figures.get(period) - figures.get(before)))
                .orElse(null);
    }

    private static Integer by(Change change) {
        return change == null
                ? null
                : Objects.requireNonNullElse(change.by(), BigDecimal.ZERO).intValueExact();
    }
}
