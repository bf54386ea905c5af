package org.paptracker.query.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.closed;
import static org.paptracker.query.History.heard;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.responded;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one voice responded to and closed, one responded to, one only heard. */
class VoicesTest extends PartsOfAPlan {
    private static final VoiceId SECOND = new VoiceId("second");
    private static final VoiceId THIRD = new VoiceId("third");

    VoicesTest() {
        super("voices", "voice", "forum-survey", "second", "third");
    }

    @BeforeAll
    static void tell() {
        service.append(List.of(plan(), heard(VOICE, "2024", VoiceFrom.PARENTS_AND_CARERS, "PA1", "PA3")), OFFICE);
        service.append(
                List.of(
                        heard(SECOND, "2025-02-10", VoiceFrom.CHILDREN_AND_YOUNG_PEOPLE, "PA1"),
                        heard(THIRD, "2025-02", VoiceFrom.SCHOOLS)),
                OFFICE);
        service.append(
                List.of(responded(VOICE, "2025-02-13", "We wrote"), responded(SECOND, "2025-02-13", "We asked")), LEAD);
        service.append(List.of(closed(VOICE, "2025-03-01")), OFFICE);
    }

    @ParameterizedTest
    @CsvSource({
        "'',forum-survey second third",
        "?state=HEARD,third",
        "?state=CLOSED,forum-survey",
        "?from=SCHOOLS,third",
        "?from=CHILDREN_AND_YOUNG_PEOPLE&state=RESPONDED,second",
        "?area=PA1,forum-survey second",
        "?area=PA3,forum-survey",
        "?theme=T2,forum-survey second third",
        "?theme=T1,",
        "?area=PA3&from=SCHOOLS,"
    })
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_is_shown_whole_with_its_version() {
        HttpResponse<String> answer = service.get(ROOT + "/voices/forum-survey");
        JsonNode voice = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(voice.path("version").asLong()).isEqualTo(2);
        assertThat(voice.path("state").asString()).isEqualTo("CLOSED");
        assertThat(voice.path("heardOn").asString()).isEqualTo("2024");
        assertThat(voice.path("said").asString()).isEqualTo("Nobody tells us");
        assertThat(voice.path("concerns").path(0).path("code").asString()).isEqualTo("PA3-01");
        assertThat(voice.path("responses").path(0).path("weDid").asString()).isEqualTo("We wrote");
        assertThat(voice.path("responses").path(0).path("by").asString()).isEqualTo("lead-t2");
        assertThat(voice.path("closure").path("outcome").asString()).isEqualTo("They know now");
        assertThat(answer.body()).doesNotContain("digest", "salt", "null");
    }

    @Test
    void are_shown_as_they_were_true_on_a_day() {
        String second = ROOT + "/voices/second?effectiveAt=";
        assertThat(service.json(second + "2025-02-12").path("state").asString()).isEqualTo("HEARD");
        assertThat(service.json(second + "2025-02-13").path("state").asString()).isEqualTo("RESPONDED");
        assertThat(service.get(second + "2025-02-09").statusCode()).isEqualTo(404);
        assertThat(codes("?effectiveAt=2024-12-31")).containsExactly("forum-survey");
        assertThat(codes("?effectiveAt=2025-02-27")).containsExactly("forum-survey", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=DONE", "?from=ME", "?limit=0", "?knownAt=x"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(ROOT + "/voices" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void are_in_the_history() {
        JsonNode entries =
                service.json(ROOT + "/audit?subject=voice:forum-survey").path("items");
        assertThat(entries).hasSize(3);
        assertThat(entries.path(0).path("sentence").asString())
                .isEqualTo("The voice forum-survey was closed, agreed by The forum, effective 1 March 2025.");
        assertThat(entries.path(1).path("sentence").asString())
                .isEqualTo("The voice forum-survey was responded to, effective 13 February 2025.");
        assertThat(entries.path(2).path("sentence").asString())
                .isEqualTo("The voice forum-survey was heard from parents and carers, effective 2024.");
        assertThat(entries.path(2).path("areas")).hasSize(2);
        assertThat(service.json(ROOT + "/audit?area=PA3&type=voice-heard").path("items"))
                .hasSize(1);
    }
}
