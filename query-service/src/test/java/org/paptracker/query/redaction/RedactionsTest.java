package org.paptracker.query.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.redacted;
import static org.paptracker.query.History.redaction;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.query.QueryService;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;
import tools.jackson.databind.JsonNode;

/** Over HTTP: twelve redactions, of which the first is done, the second confirmed, the third refused, the last elsewhere. */
class RedactionsTest {
    private static final String PATH = "/api/v1/redactions";
    private static final List<TextPlace> PLACES =
            List.of(new TextPlace(1, "plan:oxfordshire-pap", "note", "sha256:ab"));

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void tell() {
        service = QueryService.start(directory);
        List<DomainEvent> proposals = new ArrayList<>(List.of(plan()));
        for (int number = 1; number <= 11; number++) {
            proposals.add(redaction(RedactionId.of(number), 1, "note", "Because of " + number));
        }
        PlanId other = new PlanId("other");
        proposals.add(new PlanRegistered(other, plan().details()));
        proposals.add(new RedactionProposed(
                other,
                RedactionId.of(12),
                14,
                "note",
                RedactionGround.COURT_ORDER,
                ErasableText.of("Order"),
                null,
                null,
                null));
        service.append(proposals, OFFICE);
        service.append(
                List.of(
                        new RedactionConfirmed(PLAN, RedactionId.of(1), PLACES),
                        redacted(RedactionId.of(1), "2025-03-03", PLACES),
                        new RedactionConfirmed(PLAN, RedactionId.of(2), PLACES),
                        new RedactionDeclined(PLAN, RedactionId.of(3), ErasableText.of("Names nobody"))),
                LEAD);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String numbers(String query) {
        return String.join(
                " ",
                StreamSupport.stream(service.json(PATH + query).path("items").spliterator(), false)
                        .map(item -> item.path("redaction").asString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'',1 2 3 4 5 6 7 8 9 10 11 12",
        "?state=DONE,1",
        "?state=CONFIRMED,2",
        "?state=REFUSED,3",
        "?plan=other,12",
        "?plan=oxfordshire-pap&state=PROPOSED,4 5 6 7 8 9 10 11",
        "?limit=3,1 2 3",
        "?state=DONE&knownAt=position:13,''",
        "?state=DONE&effectiveAt=2025-03-02,''"
    })
    void are_listed_by_number_and_narrowed_to(String query, String found) {
        assertThat(numbers(query)).isEqualTo(found);
    }

    @Test
    void are_paged_by_cursor() {
        String next = service.json(PATH + "?limit=9").path("next").asString();
        assertThat(numbers("?cursor=" + next)).isEqualTo("10 11 12");
    }

    @Test
    void one_is_shown_with_all_that_is_known_of_it() {
        HttpResponse<String> answer = service.get(PATH + "/1");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        JsonNode redaction = service.parse(answer.body());
        assertThat(redaction.path("state").asString()).isEqualTo("DONE");
        assertThat(redaction.path("entry").path("position").asLong()).isEqualTo(1);
        assertThat(redaction.path("entry").path("field").asString()).isEqualTo("note");
        assertThat(redaction.path("groundInWords").asString()).isEqualTo("third-party personal data");
        assertThat(redaction.path("legalBasis").asString()).isEqualTo("UK GDPR Article 17(1)(d)");
        assertThat(redaction.path("proposedBy").asString()).isEqualTo("office");
        assertThat(redaction.path("confirmedBy").asString()).isEqualTo("lead-t2");
        assertThat(redaction.path("redactedOn").asString()).isEqualTo("2025-03-03");
        assertThat(redaction.path("places").get(0).path("stream").asString()).isEqualTo("plan:oxfordshire-pap");
        assertThat(service.json(PATH + "/1?knownAt=position:13").path("state").asString())
                .isEqualTo("PROPOSED");
    }

    @Test
    void that_does_not_exist_is_404() {
        assertThat(service.get(PATH + "/99").statusCode()).isEqualTo(404);
        assertThat(service.parse(service.get(PATH + "/99").body()).path("code").asString())
                .isEqualTo("redaction.unknown");
        assertThat(service.get(PATH + "?plan=nowhere").statusCode()).isEqualTo(404);
        assertThat(service.get(PATH + "/2?knownAt=position:2").statusCode()).isEqualTo(404);
    }

    @Test
    void are_told_in_the_history_of_the_plan_without_free_text() {
        List<String> told = StreamSupport.stream(
                        service.json("/api/v1/plans/oxfordshire-pap/audit?subject=redaction:1")
                                .path("items")
                                .spliterator(),
                        false)
                .map(entry -> entry.path("sentence").asString())
                .toList();
        assertThat(told)
                .containsExactly(
                        "The redaction 1 was carried out: the text note of entry 1 was removed on 3 March 2025,"
                                + " on the ground of third-party personal data.",
                        "The redaction 1 was confirmed for 1 place.",
                        "The redaction 1 was proposed: the text note of entry 1 is to go,"
                                + " on the ground of third-party personal data.");
    }
}
