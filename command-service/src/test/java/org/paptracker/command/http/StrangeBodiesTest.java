package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;

/** Well-formed or nearly so, and not what anybody should write. */
class StrangeBodiesTest {
    private static final String PROGRESS = "/api/v1/plans/p/actions/a/milestones/m/progress";

    private final CommandService service = CommandService.shared();

    private Answer progress(String body) {
        return service.post("office", PROGRESS, body);
    }

    @Test
    void a_body_nested_deeper_than_any_is_not_followed_down() {
        for (String body : new String[] {
            "[".repeat(5_000),
            "[".repeat(51) + "]".repeat(51),
            "{\"note\":".repeat(20_000) + "1" + "}".repeat(20_000),
            "{\"" + "k".repeat(60_000) + "\": 1}",
            "{\"percentComplete\": " + "9".repeat(60_000) + "}"
        }) {
            assertThat(progress(body).is(400, "request.not-json").error("body")).contains("deeper");
        }
    }

    @Test
    void a_list_has_a_thousand_entries_at_most() {
        String entries = "\"PA3\",".repeat(1_000) + "\"PA3\"";
        String body = "{\"title\": \"t\", \"areas\": [" + entries + "]}";
        assertThat(service.put("office", service.plan() + "/actions/a", body)
                        .is(400, "request.invalid-value")
                        .error("areas"))
                .isEqualTo("must have no more than 1,000 entries");
        String deep = "{\"themes\": [{\"code\": \"T1\", \"leadRoles\": [" + entries + "]}]}";
        assertThat(service.put("office", "/api/v1/plans/p", deep)
                        .is(400, "request.invalid-value")
                        .error("themes[0].leadRoles"))
                .isEqualTo("must have no more than 1,000 entries");
        service.put("office", service.plan() + "/actions/a", body.replaceFirst("\"PA3\",", ""))
                .is(201);
    }

    @Test
    void of_a_thousand_errors_a_hundred_are_named_and_all_are_counted() {
        String body = "{\"themes\": [" + "{},".repeat(999) + "{}]}";
        Answer answer = service.put("office", "/api/v1/plans/p", body).is(400, "request.missing-field");
        assertThat(answer.json().path("errors").size()).isEqualTo(100);
        assertThat(answer.json().path("errorCount").asInt()).isGreaterThan(1_000);
    }

    @Test
    void the_name_of_an_unknown_field_is_not_repeated_at_length_or_backwards() {
        assertThat(progress("{\"note\": \"x\", \"" + "y".repeat(190) + "\": 1}")
                        .is(400, "request.unknown-field")
                        .error("y".repeat(80) + "…"))
                .isEqualTo("is not a known field");
        assertThat(progress("{\"note\": \"x\", \"\u202Eruoloc\": 1}")
                        .is(400, "request.unknown-field")
                        .error("?ruoloc"))
                .isEqualTo("is not a known field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\u0085",
                "\\u202Etxet",
                "\\u2066a\\u2069",
                "a\\u200F",
                "a\\ud800",
                "\\udc00a",
                "a\\ufffe",
                "a\\u200Bb",
                "a\\u3164b",
                "a\\u2800b",
                "a\\ufe0fb",
                "a\\ue000b",
                "a\\udb40\\udc41b"
            })
    void a_text_that_reads_otherwise_than_it_is_stored_is_refused(String text) {
        assertThat(progress("{\"note\": \"Done " + text + "\"}")
                        .is(400, "request.invalid-value")
                        .error("note"))
                .startsWith("must not hold control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1"})
    void a_body_in_another_encoding_is_not_read(String encoding) {
        byte[] body = "{\"note\": \"é\"}".getBytes(Charset.forName(encoding));
        assertThat(service.upload("office", PROGRESS, "application/json", body)
                        .is(400, "request.not-json")
                        .error("body"))
                .contains("UTF-8");
        byte[] marked = "\uFEFF{\"note\": \"e\"}".getBytes(Charset.forName(encoding));
        if (!encoding.startsWith("ISO")) {
            service.upload("office", PROGRESS, "application/json", marked).is(400, "request.not-json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "C1A1", "E080AF", "F08080AF", "EDA080", "F4908080", "FF", "80", "C3"})
    void nor_one_that_is_no_well_formed_UTF_8(String bytes) {
        byte[] body = ("{\"note\": \"" + new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1)
                        + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        service.upload("office", PROGRESS, "application/json", body).is(400, "request.not-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000",
                "0001",
                "1989",
                "1989-12-31",
                "2101-01-01",
                "2101-Q1",
                "2101-01",
                "9999",
                "9999-12-31"
            })
    void a_date_is_of_the_years_of_a_plan(String date) {
        assertThat(progress("{\"note\": \"x\", \"effectiveOn\": \"" + date + "\"}")
                        .is(400, "request.invalid-date")
                        .error("effectiveOn"))
                .endsWith(", from 1990 to 2100");
        service.put("office", "/api/v1/plans/p/kpis/k/measurements/" + date, "{}")
                .is(400, "request.invalid-value");
        service.put("office", "/api/v1/plans/p/kpis/k/measurements/2100-01AY", "{}")
                .is(400, "request.invalid-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u200Bb", "two\\nlines", "a\\u00ADb", "\\uFEFFa", "\\u202Ea", "a\\tb"})
    void a_name_with_something_that_cannot_be_seen_is_refused(String name) {
        assertThat(service.put("office", service.plan() + "/actions/a", "{\"title\": \"" + name + "\"}")
                        .is(400, "request.invalid-value")
                        .error("title"))
                .startsWith("must be one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PA1\\u200B", "PA\\u0031\\u0301", "\\uFF30A1", "P\\u0410"})
    void a_code_is_ASCII_and_nothing_else(String code) {
        String body = "{\"title\": \"t\", \"areas\": [\"" + code + "\"]}";
        assertThat(service.put("office", service.plan() + "/actions/a", body)
                        .is(400, "request.invalid-value")
                        .error("areas[0]"))
                .startsWith("must be a code");
    }

    @Test
    void what_people_write_is_stored_in_the_one_way_to_write_it() {
        String plan = service.plan();
        String action = plan + "/actions/PA3-01";
        service.put("office", action, CommandService.AGREEMENT).is(201);
        service.put("office", action + "/milestones/PA3-01.1", "{\"title\": \"t\"}")
                .is(201);
        service.post(
                        "office",
                        action + "/milestones/PA3-01.1/progress",
                        "{\"note\": \"Zoe\\u0308 said\\r\\nyes \\ud83d\\udc68\\u200d\\ud83d\\udc67\"}")
                .is(200);
        assertThat(service.stream("action:" + plan.replace("/api/v1/plans/", "") + "/PA3-01"))
                .extracting(message -> message.getPayload())
                .filteredOn(MilestoneProgressRecorded.class::isInstance)
                .singleElement()
                .extracting(event -> ((MilestoneProgressRecorded) event).note().text())
                .isEqualTo("Zo\u00eb said\nyes \ud83d\udc68\u200d\ud83d\udc67");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e15",
                "1234567890123456",
                "0.12345678901",
                "1e400"
            })
    void a_figure_has_no_more_digits_than_anybody_counts(String value) {
        String kpi = service.plan() + "/kpis/k";
        service.put("office", kpi, "{\"title\": \"t\", \"unit\": \"weeks\", \"polarity\": \"NEUTRAL\"}")
                .is(201);
        String body = "{\"reading\": {\"comparator\": \"EQ\", \"value\": " + value
                + "}, \"status\": \"FINAL\", \"source\": \"s\"}";
        assertThat(service.put("office", kpi + "/measurements/2025-01", body)
                        .is(400, "request.invalid-value")
                        .error("reading.value"))
                .startsWith("must have no more than 15 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "01", "+1", "0x1", ".5"})
    void what_is_no_number_in_JSON_is_none(String value) {
        progress("{\"note\": \"x\", \"percentComplete\": " + value + "}").is(400, "request.not-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00",
                "999999999-12-31",
                "+999999999-12-31",
                "-0001-01",
                "2025-Q9",
                "2025-13",
                "2025-W01",
                "NaN",
                "\\u0662\\u0660\\u0662\\u0665"
            })
    void a_date_of_no_calendar_names_its_field(String date) {
        assertThat(progress("{\"note\": \"x\", \"effectiveOn\": \"" + date + "\"}")
                        .is(400, "request.invalid-date")
                        .error("effectiveOn"))
                .startsWith("must be a date");
    }
}
