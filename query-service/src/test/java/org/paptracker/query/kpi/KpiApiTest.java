package org.paptracker.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.aimed;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.plan;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.JsonNode;

class KpiApiTest extends PartsOfAPlan {
    KpiApiTest() {
        super("kpis", "kpi", "K-1", "K-2", "K-3");
    }

    @BeforeAll
    static void tell() {
        service.append(List.of(plan()), OFFICE);
        service.append(
                List.of(
                        defined("K-1", Polarity.LOWER_IS_BETTER, Reading.of(Reading.Comparator.GT, "200")),
                        aimed("K-1", "0", "2999"),
                        measured("K-1", "2025-01", "News", Reading.of(Reading.Comparator.LT, "50")),
                        defined("K-2", Polarity.HIGHER_IS_BETTER, null),
                        measured("K-2", "2025-01", "News", Reading.exactly("44.5")),
                        measured("K-2", "2025-01", "Blog", Reading.exactly("40")),
                        defined("K-3", Polarity.LOWER_IS_BETTER, null),
                        measured("K-3", "2025-02-13", "Blog", Reading.going(Direction.UP))),
                LEAD);
        service.awaitViews();
    }

    private static List<String> at(JsonNode page, String field) {
        List<String> found = new ArrayList<>();
        page.path("items").forEach(item -> found.add(item.at(field).asString()));
        return found;
    }

    @Test
    void one_KPI_is_shown_with_its_series_and_where_it_goes() {
        var answer = service.get(ROOT + "/kpis/K-1");
        JsonNode kpi = service.parse(answer.body());
        assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(kpi.path("code").asString()).isEqualTo("K-1");
        assertThat(kpi.path("unit").asString()).isEqualTo("reviews");
        assertThat(kpi.at("/baseline/reading/comparator").asString()).isEqualTo("GT");
        assertThat(kpi.at("/measurements/0/reading/value").asInt()).isEqualTo(50);
        assertThat(kpi.at("/measurements/0/reading").has("direction")).isFalse();
        assertThat(kpi.at("/latest/period").asString()).isEqualTo("2025-01");
        assertThat(kpi.at("/sinceBaseline/inWords").asString()).isEqualTo("down by at least 150");
        assertThat(kpi.path("directionOfTravel").asString()).isEqualTo("IMPROVING");
        assertThat(kpi.at("/trajectory/target/value").asInt()).isZero();
        assertThat(kpi.path("trajectory").has("perPeriod")).isFalse();
        assertThat(kpi.path("conflicts").isEmpty()).isTrue();
    }

    @Test
    void a_list_can_be_narrowed() {
        assertThat(at(service.json(ROOT + "/kpis"), "/code")).containsExactly("K-1", "K-2", "K-3");
        assertThat(at(service.json(ROOT + "/kpis?area=PA3&theme=T2"), "/code")).hasSize(3);
        assertThat(at(service.json(ROOT + "/kpis?area=PA1"), "/code")).isEmpty();
        assertThat(at(service.json(ROOT + "/kpis?theme=T1"), "/code")).isEmpty();
        assertThat(at(service.json(ROOT + "/kpis?directionOfTravel=WORSENING"), "/code"))
                .containsExactly("K-3");
        assertThat(service.json(ROOT + "/kpis?limit=1").path("next").asString()).isNotEmpty();
    }

    @Test
    void had_no_figure_before_its_period_ended() {
        JsonNode before = service.json(ROOT + "/kpis/K-1?effectiveAt=2025-01-30");
        assertThat(before.path("measurements").isEmpty()).isTrue();
        assertThat(before.has("latest")).isFalse();
        assertThat(service.json(ROOT + "/kpis/K-1?effectiveAt=2025-01-31")
                        .path("ageDays")
                        .asInt())
                .isZero();
    }

    @Test
    void what_a_KPI_lacks_and_where_sources_disagree_are_gaps() {
        JsonNode gaps = service.json(ROOT + "/evidence/gaps");
        assertThat(at(gaps, "/kind"))
                .containsExactly(
                        "KPI_WITHOUT_BASELINE",
                        "KPI_WITHOUT_BASELINE",
                        "KPI_WITHOUT_DEFINITION",
                        "KPI_WITHOUT_DEFINITION",
                        "KPI_WITHOUT_DEFINITION",
                        "KPI_WITHOUT_TARGET",
                        "KPI_WITHOUT_TARGET",
                        "NO_FAMILY_VOICE",
                        "NO_FAMILY_VOICE",
                        "NO_FAMILY_VOICE",
                        "SOURCES_IN_CONFLICT");
        assertThat(at(gaps, "/why")).allMatch(why -> why.endsWith("."));
        assertThat(at(gaps, "/wouldClose")).allMatch(what -> what.endsWith("."));
        JsonNode conflict = gaps.at("/items/10");
        assertThat(conflict.at("/subject/type").asString()).isEqualTo("kpi");
        assertThat(conflict.path("period").asString()).isEqualTo("2025-01");
        assertThat(conflict.at("/sides/0/source").asString()).isEqualTo("Blog");
        assertThat(conflict.at("/sides/1/says").asString()).isEqualTo("44.5 reviews");
    }

    @Test
    void the_history_tells_it() {
        JsonNode audit = service.json(ROOT + "/audit?subject=kpi:K-1&area=PA3");
        assertThat(at(audit, "/sentence"))
                .containsExactly(
                        "The KPI K-1 for January 2025 was recorded: less than 50, provisional, from News.",
                        "The KPI K-1 was given the target 0 by 2999.",
                        "The KPI K-1 was defined: Backlog of annual reviews.");
        assertThat(audit.at("/items/0/effectiveOn").asString()).isEqualTo("2025-01");
    }
}
