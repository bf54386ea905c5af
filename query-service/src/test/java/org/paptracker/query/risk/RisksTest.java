package org.paptracker.query.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.RISK;
import static org.paptracker.query.History.escalated;
import static org.paptracker.query.History.identified;
import static org.paptracker.query.History.mitigated;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.scored;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.risk.RiskCode;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one risk escalated, one scored, one without a date that nobody has touched. */
class RisksTest extends PartsOfAPlan {
    private static final RiskCode SECOND = new RiskCode("R-02");
    private static final RiskCode THIRD = new RiskCode("R-03");

    RisksTest() {
        super("risks", "risk", "R-01", "R-02", "R-03");
    }

    @BeforeAll
    static void tell() {
        service.append(
                List.of(
                        plan(),
                        identified(RISK, "2025-02-13", "PA1", "PA3"),
                        identified(SECOND, "2025-02-13", "PA1"),
                        identified(THIRD, null)),
                OFFICE);
        service.append(
                List.of(
                        scored(RISK, "2025-02-20", 4, 5),
                        mitigated(RISK, "2025-02-21", "A recovery plan"),
                        scored(SECOND, "2025-02-20", 2, 3)),
                LEAD);
        service.append(List.of(escalated(RISK, "2025-03-01", "SIAB")), OFFICE);
    }

    @ParameterizedTest
    @CsvSource({
        "'',R-01 R-02 R-03",
        "?state=OPEN,R-02 R-03",
        "?state=ESCALATED,R-01",
        "?escalated=true,R-01",
        "?escalated=false,R-02 R-03",
        "?area=PA1,R-01 R-02",
        "?area=PA3&escalated=false,",
        "?theme=T2,R-01 R-02 R-03",
        "?theme=T1,"
    })
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_is_shown_whole_with_its_version() {
        HttpResponse<String> answer = service.get(ROOT + "/risks/R-01");
        JsonNode risk = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(risk.path("title").asString()).isEqualTo("Funding runs out");
        assertThat(risk.path("event").asString()).isEqualTo("No money is left");
        assertThat(risk.path("score").asInt()).isEqualTo(20);
        assertThat(risk.path("scores").path(0).path("likelihood").asInt()).isEqualTo(4);
        assertThat(risk.path("escalatedTo").asString()).isEqualTo("SIAB");
        assertThat(risk.path("mitigations").path(0).path("dueOn").asString()).isEqualTo("2025-09");
        assertThat(answer.body()).doesNotContain("digest", "salt", "null");
    }

    @Test
    void what_nobody_has_scored_has_no_score() {
        assertThat(service.json(ROOT + "/risks/R-03").has("score")).isFalse();
    }

    @Test
    void are_shown_as_they_were_true_on_a_day() {
        assertThat(codes("?effectiveAt=2025-02-12")).containsExactly("R-03");
        assertThat(codes("?effectiveAt=2025-02-28&escalated=true")).isEmpty();
        JsonNode before = service.json(ROOT + "/risks/R-01?effectiveAt=2025-02-13");
        assertThat(before.path("state").asString()).isEqualTo("OPEN");
        assertThat(before.has("score")).isFalse();
        assertThat(service.get(ROOT + "/risks/R-01?effectiveAt=2025-02-12").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=DONE", "?escalated=perhaps", "?limit=201"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(ROOT + "/risks" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void are_in_the_history() {
        JsonNode entries = service.json(ROOT + "/audit?subject=risk:R-01").path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.path("sentence").asString()))
                .containsExactly(
                        "The risk R-01 was escalated to SIAB, effective 1 March 2025.",
                        "The risk R-01 was given a mitigation, due September 2025, effective 21 February 2025.",
                        "The risk R-01 was scored 20 (likelihood 4, impact 5), effective 20 February 2025.",
                        "The risk R-01 was identified: Funding runs out.");
        assertThat(entries.path(0).path("reason").asString()).isEqualTo("Beyond the group");
    }
}
