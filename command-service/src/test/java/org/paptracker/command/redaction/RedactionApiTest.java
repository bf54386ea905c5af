package org.paptracker.command.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.London;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.RedactionGround;

class RedactionApiTest {
    private static final String REDACTIONS = "/api/v1/redactions";

    private final CommandService service = CommandService.shared();

    /** A decision that says the words; answers its position in the log. */
    private long said(String words) {
        return said(service.plan(), words);
    }

    private long said(String plan, String words) {
        return service.put("board", service.proposed(plan, "D-01"), """
            {"title": "Sign it", "text": "%s", "decidedOn": "2025-02-13", "board": "SIAB"}\
            """.formatted(words))
                .is(201)
                .json()
                .path("position")
                .asLong();
    }

    private static String proposal(long position, String field) {
        return """
            {"position": %d, "field": "%s", "reason": "THIRD_PARTY_PERSONAL_DATA",
             "legalBasis": "UK GDPR Article 17(1)(d)", "note": "A parent asked for it"}\
            """.formatted(position, field);
    }

    private Answer propose(long position, String... headers) {
        return service.post("governance", REDACTIONS, proposal(position, "details.wording"), headers);
    }

    private String proposed(long position) {
        return propose(position).is(201).header("Location");
    }

    /** Names what the proposal said would go. */
    private Answer confirm(String user, String path, String... headers) {
        RedactionProposed proposal = (RedactionProposed) service.stream(path.replace(REDACTIONS + "/", "redaction:"))
                .get(0)
                .getPayload();
        return confirm(user, path, FoundPlace.going(proposal.places(), proposal.only()), headers);
    }

    private Answer confirm(String user, String path, List<FoundPlace> places, String... headers) {
        String named = places.stream()
                .map(place -> place(place.position(), place.field()))
                .collect(Collectors.joining(", ", "{\"places\": [", "]}"));
        return service.post(user, path + "/confirmation", named, headers);
    }

    private static String place(long position, String field) {
        return "{\"position\": %d, \"field\": \"%s\"}".formatted(position, field);
    }

    private static List<String> places(Answer answer) {
        return StreamSupport.stream(answer.json().path("places").spliterator(), false)
                .map(place -> place.path("inWords").asString())
                .toList();
    }

    private String everythingStored() {
        StringBuilder all = new StringBuilder();
        MongoDatabase database = service.bean(MongoDatabase.class);
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) all.append(document);
        }
        return all.toString();
    }

    @Test
    void takes_the_words_out_of_the_log_once_a_second_person_confirms() {
        long position = said("Jo Bloggs of 3 High Street");
        long again = said("Jo Bloggs of 3 High Street");
        Answer proposal = propose(position).is(201);
        String path = proposal.header("Location");
        assertThat(path)
                .isEqualTo(REDACTIONS + "/" + proposal.json().path("code").asString());
        assertThat(proposal.header("ETag")).isEqualTo("\"0\"");
        assertThat(everythingStored()).contains("Jo Bloggs");

        Answer done = confirm("governance-2", path).is(200);

        Recorded<?> last = service.bean(LogReader.class).at(service.position()).orElseThrow();
        assertThat(done.header("X-Log-Position")).isEqualTo(String.valueOf(last.position()));
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        ContentRedacted redacted = (ContentRedacted) last.event();
        assertThat(redacted.places()).extracting("position").containsExactly(position, again);
        assertThat(redacted.ground()).isEqualTo(RedactionGround.THIRD_PARTY_PERSONAL_DATA);
        assertThat(service.name(last.actor())).isEqualTo("governance-2");
        assertThat(everythingStored()).doesNotContain("Jo Bloggs").contains("UK GDPR Article 17(1)(d)");
        assertThat(wording(position)).startsWith("[redacted on ").endsWith(": third-party personal data]");
    }

    @Test
    void tells_every_place_of_the_words_in_every_plan_and_asks_for_just_these_before_they_go() {
        String plan = service.plan();
        String other = service.plan();
        long first = said(plan, "Jo Invented of 4 High Street");
        String path = proposed(first);
        long second = said(other, "Jo Invented of 4 High Street");

        confirm("governance-2", path, List.of()).is(409, "redaction.places-changed");
        Answer changed = confirm("governance-2", path).is(409, "redaction.places-changed");
        String today = BusinessDate.day(London.today(Clock.systemUTC())).inWords();
        assertThat(places(changed))
                .containsExactly(
                        "The text details.wording of entry %d, about the decision D-01 of plan %s, recorded on %s, goes."
                                .formatted(first, code(plan), today),
                        "The text details.wording of entry %d, about the decision D-01 of plan %s, recorded on %s, goes."
                                .formatted(second, code(other), today));
        assertThat(changed.json().path("places").path(1).path("plan").asString())
                .isEqualTo(code(other));
        assertThat(changed.body()).doesNotContain("Invented");
        assertThat(everythingStored()).contains("Jo Invented");

        service.post(
                        "governance-2",
                        path + "/confirmation",
                        "{\"places\": [%s, %s]}"
                                .formatted(place(second, "details.wording"), place(first, "details.wording")))
                .is(200);
        assertThat(everythingStored()).doesNotContain("Jo Invented");
    }

    private static String code(String plan) {
        return plan.substring("/api/v1/plans/".length());
    }

    @Test
    void leaves_equal_words_of_one_word_where_nobody_named_them() {
        long named = said("Zoeinvented");
        long other = said("Zoeinvented");
        Answer proposal = propose(named).is(201);
        assertThat(places(proposal)).hasSize(2).first().asString().endsWith("goes.");
        assertThat(places(proposal)).last().asString().endsWith("stays.");
        confirm("governance-2", proposal.header("Location")).is(200);
        assertThat(wording(named)).startsWith("[redacted on ");
        assertThat(wording(other)).isEqualTo("Zoeinvented");
    }

    @Test
    void leaves_equal_words_of_which_the_proposal_does_not_name_the_place() {
        long first = said("Said by the family of Kim Invented");
        long second = said("Said by the family of Kim Invented");
        long third = said("Said by the family of Kim Invented");
        String body = proposal(first, "details.wording")
                .replace("\"reason\"", "\"places\": [%s], \"reason\"".formatted(place(third, "details.wording")));
        Answer proposal = service.post("governance", REDACTIONS, body).is(201);
        assertThat(places(proposal))
                .extracting(place -> place.replaceAll(".* ", ""))
                .containsExactly("goes.", "stays.", "goes.");
        confirm("governance-2", proposal.header("Location")).is(200);
        assertThat(wording(second)).isEqualTo("Said by the family of Kim Invented");
        assertThat(wording(first)).isEqualTo(wording(third)).startsWith("[redacted");

        long elsewhere = said("Other words that have nothing to do with it");
        service.post(
                        "governance",
                        REDACTIONS,
                        body.replace("" + first, "" + second).replace("" + third, "" + elsewhere))
                .is(409, "redaction.other-words");
    }

    @Test
    void is_not_confirmed_without_a_word_about_where() {
        String path = proposed(said("Their words, and where they stand"));
        assertThat(service.post("governance-2", path + "/confirmation", "{}")
                        .is(400, "request.missing-field")
                        .error("places"))
                .isEqualTo("is missing");
    }

    private String wording(long position) {
        DecisionMade made = (DecisionMade)
                service.bean(LogReader.class).at(position).orElseThrow().event();
        return ErasableText.shown(made.details().wording());
    }

    @Test
    void takes_out_the_document_that_something_was_taken_from_and_titles_and_names() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        String source = "Letter of Qwertrude Bloggs";
        service.post("office", action + "/start", "", "X-Source", source).is(200);
        long position = service.position();
        service.post("office", action + "/pause", "{\"reason\": \"x\"}", "X-Source", source)
                .is(200);
        String voice =
                "{\"heardOn\": \"2025-02-13\", \"from\": \"OTHER\", \"said\": \"x\", \"through\": \"Her aunt Ethelqwyn\"}";
        service.put("forum", plan + "/voices/V-1", voice).is(201);
        long heard = service.position();

        remove(position, "metadata.source");
        remove(heard, "details.through");

        assertThat(everythingStored()).doesNotContain("Qwertrude", "Ethelqwyn");
        LogReader log = service.bean(LogReader.class);
        for (long each : List.of(position, position + 1)) {
            assertThat(log.at(each).orElseThrow().provenance().source()).startsWith("[redacted on ");
        }
        assertThat(((VoiceHeard) log.at(heard).orElseThrow().event()).details().through())
                .startsWith("[redacted on ");
        service.post("office", action + "/resumption", "{}").is(200);
    }

    private void remove(long position, String field) {
        Answer proposal = service.post("governance", REDACTIONS, proposal(position, field))
                .is(201);
        confirm("governance-2", proposal.header("Location")).is(200);
    }

    @Test
    void is_not_confirmed_by_the_person_who_proposed_it_but_can_be_withdrawn() {
        String path = proposed(said("Their own words"));
        confirm("governance", path).is(409, "redaction.proposer-cannot-confirm");
        service.post("governance", path + "/refusal", "{\"reason\": \"A mistake\"}")
                .is(200);
        service.post("governance", path + "/refusal", "{\"reason\": \"A mistake\"}")
                .is(200);
        confirm("governance-2", path).is(409, "redaction.refused");
    }

    @Test
    void once_confirmed_is_answered_alike_again_and_recorded_once() {
        String path = proposed(said("Said once"));
        Answer first = confirm("governance-2", path).is(200);
        long before = service.position();
        Answer again = confirm("governance-2", path).is(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(service.position()).isEqualTo(before);
        service.post("governance-2", path + "/refusal", "{\"reason\": \"x\"}").is(409, "redaction.confirmed");
    }

    @Test
    void of_words_that_are_gone_is_refused() {
        long position = said("Soon gone");
        String path = proposed(position);
        String other = proposed(position);
        confirm("governance-2", path).is(200);
        propose(position).is(409, "redaction.words-gone");
        confirm("governance-2", other).is(409, "redaction.words-gone");
    }

    @Test
    void reaches_into_a_plan_that_has_ended() {
        String plan = service.plan();
        long position = said(plan, "Said before the end");
        service.post("board", plan + "/approval", "{\"approvedBy\": \"DfE\"}").is(200);
        service.post("office", plan + "/closure", "{\"reason\": \"Done\"}").is(200);
        confirm("governance-2", proposed(position)).is(200);
        assertThat(everythingStored()).doesNotContain("Said before the end");
    }

    @Test
    void names_an_entry_of_the_log_and_one_of_its_texts() {
        assertThat(propose(service.position() + 1)
                        .is(400, "request.invalid-value")
                        .error("position"))
                .startsWith("must be the position of an entry in the log: 1 to ");
        assertThat(propose(0).is(400).error("position")).startsWith("must be the position");
        long position = said("Words");
        assertThat(service.post("governance", REDACTIONS, proposal(position, "note"))
                        .is(400, "request.invalid-value")
                        .error("field"))
                .isEqualTo("must be a text of the entry: details.title, details.wording, actor");
        service.post("office", service.action() + "/start", "").is(200);
        assertThat(propose(service.position()).is(400).error("field")).isEqualTo("must be a text of the entry: actor");
    }

    @Test
    void does_not_take_the_places_it_has_named_for_texts() {
        String path = proposed(said("Named only"));
        confirm("governance-2", path).is(200);
        assertThat(service.post("governance", REDACTIONS, proposal(service.position(), "places[0]"))
                        .is(400)
                        .error("field"))
                .isEqualTo("must be a text of the entry: actor");
    }

    @Test
    void names_every_field_that_is_missing() {
        Answer answer = service.post("governance", REDACTIONS, "{}").is(400, "request.missing-field");
        for (String field : List.of("position", "field", "reason", "legalBasis")) {
            assertThat(answer.error(field)).isEqualTo("is missing");
        }
    }

    @Test
    void sent_again_under_its_key_is_answered_as_the_first_time_even_when_the_words_are_gone() {
        long position = said("Once only");
        Answer first =
                propose(position, "Idempotency-Key", "redact-" + position).is(201);
        Answer again =
                propose(position, "Idempotency-Key", "redact-" + position).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        String path = first.header("Location");
        Answer confirmed = confirm("governance-2", path, "Idempotency-Key", "confirm-" + position)
                .is(200);
        assertThat(propose(position, "Idempotency-Key", "redact-" + position)
                        .is(201)
                        .body())
                .isEqualTo(first.body());
        said("Something later");
        assertThat(confirm("governance-2", path, "Idempotency-Key", "confirm-" + position)
                        .is(200)
                        .body())
                .isEqualTo(confirmed.body());
        propose(said("Another"), "Idempotency-Key", "redact-" + position).is(422, "request.key-reused");
    }

    @Test
    void of_two_proposed_at_once_each_gets_a_number() throws Exception {
        long position = said("Wanted by many");
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            List<Callable<String>> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) asked.add(() -> proposed(position));
            Set<String> paths = new TreeSet<>();
            for (Future<String> path : many.invokeAll(asked)) paths.add(path.get());
            assertThat(paths).hasSize(6);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void is_for_information_governance_alone() {
        long position = said("Nobody else's business");
        String path = proposed(position);
        for (String user : List.of("office", "board", "executive", "forum", "lead-t1", "reviewer", "metrics")) {
            service.post(user, REDACTIONS, proposal(position, "details.wording"))
                    .is(403);
            confirm(user, path).is(403);
            service.post(user, path + "/refusal", "{\"reason\": \"x\"}").is(403);
        }
    }

    @Test
    void that_does_not_exist_is_404() {
        service.post("governance", REDACTIONS + "/999999/confirmation", "{\"places\": []}")
                .is(404, "redaction.unknown");
        service.post("governance", REDACTIONS + "/999999/refusal", "{\"reason\": \"x\"}")
                .is(404, "redaction.unknown");
        assertThat(service.post("governance", REDACTIONS + "/x/confirmation", "{\"places\": []}")
                        .is(400)
                        .error("redaction"))
                .isEqualTo("must be a number: 1, 2, 3 …");
    }

    @Test
    void keeps_what_it_was_taken_from() {
        String path = propose(said("From a letter"), "X-Source", "Letter of 3 March")
                .is(201)
                .header("Location");
        var proposed =
                service.stream(path.replace(REDACTIONS + "/", "redaction:")).get(0);
        assertThat(proposed.getMetaData()).containsEntry("source", "Letter of 3 March");
    }
}
