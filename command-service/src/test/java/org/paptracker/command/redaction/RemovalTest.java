package org.paptracker.command.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.platform.axon.Commands;
import org.paptracker.command.platform.axon.Replaces;
import org.paptracker.command.platform.axon.Request;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogReader;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.values.ErasableText;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextAt;

/** A service that died between the steps of a redaction finishes it when it starts again, and does so once. */
class RemovalTest {
    private static final String WORDS = "Jo Bloggs of 3 High Street";
    private static final RedactionId FIRST = RedactionId.of(1);
    private static final Provenance CONFIRMER =
            new Provenance("governance-2", "INFORMATION_GOVERNANCE", "OCC", "the-request", null);

    @TempDir
    Path directory;

    /** The words were said, and their redaction proposed and confirmed; and no more. */
    private static void confirmed(CommandService service) {
        String plan = service.plan();
        service.put("board", service.proposed(plan, "D-01"), """
            {"title": "Sign it", "text": "%s", "decidedOn": "2025-02-13", "board": "SIAB"}\
            """.formatted(WORDS))
                .is(201);
        TextAt text = new TextAt(service.position(), "details.wording");
        service.post("governance", "/api/v1/redactions", """
            {"position": %d, "field": "details.wording", "reason": "PERSONAL_DATA", "legalBasis": "Article 17"}\
            """.formatted(service.position()))
                .is(201);
        ConfirmRedaction confirm =
                new ConfirmRedaction(service.bean(Removal.class).plan(FIRST).orElseThrow(), FIRST, Set.of(text));
        service.bean(Commands.class)
                .send(confirm, new Request(CONFIRMER, OwnWork.NONE, null, "", null, Replaces.ANYTHING, null));
        assertThat(history(service)).hasSize(2);
        assertThat(stored(service)).contains(WORDS);
    }

    private static void erase(CommandService service) {
        Redaction state = Redaction.FOLD.over(history(service).stream()
                .map(entry -> entry.as(RedactionEvent.class))
                .toList());
        service.bean(Eraser.class)
                .erase(state.places(), new ErasableText.Redaction(state.confirmedOn(), RedactionGround.PERSONAL_DATA));
        assertThat(stored(service)).doesNotContain(WORDS);
    }

    private static List<Recorded<DomainEvent>> history(CommandService service) {
        return service.bean(LogReader.class).stream("redaction:1");
    }

    private static String stored(CommandService service) {
        StringBuilder all = new StringBuilder();
        for (Document document :
                service.bean(MongoDatabase.class).getCollection("events").find()) all.append(document);
        return all.toString();
    }

    private void isFinishedOnce() {
        for (int start = 1; start <= 2; start++) {
            try (CommandService service = CommandService.start(directory)) {
                assertThat(stored(service)).doesNotContain(WORDS);
                assertThat(history(service)).as("after start %d", start).hasSize(3);
                Recorded<DomainEvent> last = history(service).get(2);
                assertThat(last.event()).isInstanceOf(ContentRedacted.class);
                assertThat(last.provenance()).isEqualTo(CONFIRMER);
                assertThat(service.position()).isEqualTo(last.position());
            }
        }
    }

    @Test
    void what_was_confirmed_and_not_yet_erased() {
        try (CommandService service = CommandService.start(directory)) {
            confirmed(service);
        }
        isFinishedOnce();
    }

    @Test
    void what_was_erased_and_not_yet_recorded() {
        try (CommandService service = CommandService.start(directory)) {
            confirmed(service);
            erase(service);
        }
        isFinishedOnce();
    }

    @Test
    void what_broke_off_without_a_restart_is_finished_by_confirming_again() {
        try (CommandService service = CommandService.start(directory)) {
            confirmed(service);
            service.post("governance-2", "/api/v1/redactions/1/confirmation", "{\"places\": []}")
                    .is(200);
            assertThat(stored(service)).doesNotContain(WORDS);
            assertThat(history(service)).hasSize(3);
        }
    }
}
