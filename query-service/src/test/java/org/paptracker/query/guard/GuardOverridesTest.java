package org.paptracker.query.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.query.Story;
import org.paptracker.query.guard.GuardOverrideView.State;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one override used, one out of date, one open. */
class GuardOverridesTest extends PartsOfAPlan {
    GuardOverridesTest() {
        super("guard-overrides", "guard-override", "G-01", "G-02", "G-03");
    }

    private static GuardOverrideGranted granted(String code, String until, PersonalDataKind... kinds) {
        return new GuardOverrideGranted(
                PLAN,
                new OverrideCode(code),
                date("2025-02-13"),
                new TreeSet<>(List.of(kinds)),
                ErasableText.of("The figure is published"),
                date(until),
                null);
    }

    private static GuardOverrideUsed used(String code) {
        return new GuardOverrideUsed(
                PLAN,
                new OverrideCode(code),
                date("2025-02-14"),
                List.of(new Suspected("areas[0].title", PersonalDataKind.SMALL_COUNT)),
                "evidence:" + PLAN + "/E-1");
    }

    @BeforeAll
    static void tell() {
        service.append(
                List.of(
                        plan(),
                        granted("G-01", "2025-02-20", PersonalDataKind.SMALL_COUNT, PersonalDataKind.POSTCODE),
                        granted("G-02", "2025-02-20", PersonalDataKind.POSTCODE),
                        granted("G-03", "2099-01-01", PersonalDataKind.SMALL_COUNT)),
                OFFICE);
        service.append(List.of(used("G-01")), LEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "'',G-01 G-02 G-03",
        "?state=USED,G-01",
        "?state=EXPIRED,G-02",
        "?state=OPEN,G-03",
        "?kind=POSTCODE,G-01 G-02",
        "?kind=POSTCODE&state=OPEN,"
    })
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_shows_who_gave_it_and_what_it_was_used_for() {
        HttpResponse<String> answer = service.get(ROOT + "/guard-overrides/G-01");
        JsonNode override = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(override.path("state").asString()).isEqualTo("USED");
        assertThat(override.path("grantedBy").asString()).isEqualTo("office");
        assertThat(override.path("justification").asString()).isEqualTo("The figure is published");
        assertThat(override.path("kinds").toString()).isEqualTo("[\"POSTCODE\",\"SMALL_COUNT\"]");
        assertThat(override.path("use").path("by").asString()).isEqualTo("lead-t2");
        assertThat(override.path("use").path("recordedIn").asString()).isEqualTo("evidence:" + service.plan() + "/E-1");
        assertThat(override.path("use").path("suspected").toString())
                .isEqualTo("[{\"field\":\"areas[0].title\",\"kind\":\"SMALL_COUNT\"}]");
    }

    @Test
    void are_shown_as_they_stood_on_a_day() {
        assertThat(codes("?effectiveAt=2025-02-12")).isEmpty();
        assertThat(codes("?effectiveAt=2025-02-13&state=OPEN")).containsExactly("G-01", "G-02", "G-03");
        assertThat(codes("?effectiveAt=2025-02-20&state=OPEN")).containsExactly("G-02", "G-03");
    }

    @Test
    void both_their_steps_are_told_in_the_history_without_words_or_values() {
        JsonNode items =
                service.json(ROOT + "/audit?subject=guard-override:G-01").path("items");

        assertThat(items.path(0).path("sentence").asString())
                .isEqualTo("The guard override G-01 was used for the evidence E-1, to let through a count below five"
                        + " about children, effective 14 February 2025.");
        assertThat(items.path(1).path("sentence").asString())
                .isEqualTo("The guard override G-01 was given, valid until 20 February 2025, to let through a full"
                        + " postcode and a count below five about children.");
    }

    @Test
    void an_override_can_be_used_on_its_last_day_and_not_after() {
        GuardOverrideView view = new Story()
                .by(OFFICE, granted("G-02", "2025-02-20", PersonalDataKind.POSTCODE))
                .guardOverride("G-02");

        assertThat(view.state(LocalDate.of(2025, 2, 20))).isEqualTo(State.OPEN);
        assertThat(view.state(LocalDate.of(2025, 2, 21))).isEqualTo(State.EXPIRED);
    }
}
