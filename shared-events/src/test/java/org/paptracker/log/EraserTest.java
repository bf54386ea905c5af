package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.paptracker.values.redaction.RedactionGround.COURT_ORDER;
import static org.paptracker.values.redaction.RedactionGround.THIRD_PARTY_PERSONAL_DATA;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.TextPlace;

class EraserTest {
    private static final Redaction WHY = new Redaction(BusinessDate.parse("2025-03-03"), THIRD_PARTY_PERSONAL_DATA);
    private static final Redaction LATER = new Redaction(BusinessDate.parse("2025-04-04"), COURT_ORDER);
    private static final String NAME = "Her son's name";

    @TempDir
    static Path directory;

    private static Store store;
    private MongoDatabase database;
    private MongoEventLog log;
    private Eraser eraser;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void fresh() {
        database = store.database();
        log = Writer.log(database);
        eraser = new Eraser(database, CommitProof.UNASKED);
    }

    private static PlanClosed closed(ErasableText reason) {
        return new PlanClosed(new PlanId("p"), BusinessDate.parse("2025-02-13"), reason);
    }

    private static MilestoneAdded milestone(ErasableText... criteria) {
        return new MilestoneAdded(
                new PlanId("p"),
                new ActionCode("A"),
                new MilestoneCode("A.1"),
                new MilestoneDetails("Title", List.of(criteria), null, false));
    }

    private static EventMessage<?> in(String stream, long sequence, Object event) {
        return new GenericDomainEventMessage<>("Plan", stream, sequence, event);
    }

    private PlanClosed closedAt(long position) {
        return (PlanClosed) new LogReader(database, CommitProof.UNASKED)
                .at(position)
                .orElseThrow()
                .event();
    }

    private List<ErasableText> criteriaAt(long position) {
        MilestoneAdded added = (MilestoneAdded) new LogReader(database, CommitProof.UNASKED)
                .at(position)
                .orElseThrow()
                .event();
        return added.details().successCriteria();
    }

    private void erase(long position, String field, Redaction why) {
        eraser.erase(eraser.places(position, field), why);
    }

    @Test
    void the_fields_of_an_entry_are_named_by_their_path_in_its_order() {
        ErasableText first = ErasableText.of("One");
        ErasableText second = ErasableText.of("Two");
        ErasableText reason = ErasableText.of("Three");
        log.appendEvents(in("a", 0, milestone(first, second)), in("b", 0, closed(reason)));

        assertThat(eraser.fields(1).keySet()).first().isEqualTo("details.title");
        assertThat(List.copyOf(eraser.fields(1).entrySet()).subList(1, 3))
                .containsExactly(
                        Map.entry("details.successCriteria[0]", first.digest()),
                        Map.entry("details.successCriteria[1]", second.digest()));
        assertThat(eraser.fields(2)).containsExactly(Map.entry("reason", reason.digest()));
        assertThat(eraser.fields(3)).isEmpty();
        assertThat(eraser.fields(0)).isEmpty();
    }

    @Test
    void the_place_named_comes_first_and_then_every_other_with_the_same_words() {
        ErasableText shared = ErasableText.of(NAME);
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));
        log.appendEvents(
                in("b", 0, milestone(ErasableText.of("Kept"), shared)), in("c", 0, milestone(shared))); // one digest
        log.appendEvents(in("a", 1, closed(ErasableText.of(NAME + "."))));
        EventMessage<?> alone = GenericEventMessage.asEventMessage(closed(ErasableText.of(NAME)));
        log.appendEvents(alone);

        assertThat(eraser.places(3, "details.successCriteria[0]"))
                .extracting(TextPlace::position, TextPlace::stream, TextPlace::field)
                .containsExactly(
                        tuple(3L, "c", "details.successCriteria[0]"),
                        tuple(1L, "a", "reason"),
                        tuple(2L, "b", "details.successCriteria[1]"),
                        tuple(5L, alone.getIdentifier(), "reason"));
    }

    @Test
    void there_is_no_place_where_there_is_no_such_field_or_its_words_are_gone() {
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));

        assertThat(eraser.holds(1, "reason")).isTrue();
        assertThat(eraser.holds(1, "note")).isFalse();
        assertThat(eraser.places(1, "note")).isEmpty();
        assertThat(eraser.places(2, "reason")).isEmpty();
        erase(1, "reason", WHY);
        assertThat(eraser.places(1, "reason")).isEmpty();
        assertThat(eraser.holds(1, "reason")).isFalse();
    }

    @Test
    void salt_and_text_go_everywhere_and_readers_see_when_and_why() {
        ErasableText shared = ErasableText.of(NAME);
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));
        log.appendEvents(in("b", 0, milestone(ErasableText.of("Kept"), shared)), in("c", 0, milestone(shared)));

        List<String> salts = List.of(String.valueOf(closedAt(1).reason().salt()), String.valueOf(shared.salt()));
        erase(1, "reason", WHY);

        for (Document commit : WholeLog.of(database).commits()) {
            assertThat(commit.toJson()).doesNotContain(NAME).doesNotContain(salts);
        }
        ErasableText read = closedAt(1).reason();
        assertThat(read.redaction()).isEqualTo(WHY);
        assertThat(read.text()).isNull();
        assertThat(read.salt()).isNull();
        assertThat(ErasableText.shown(read)).isEqualTo("[redacted on 3 March 2025: third-party personal data]");
        assertThat(criteriaAt(2)).extracting(ErasableText::shown).containsExactly("Kept", ErasableText.shown(read));
        assertThat(criteriaAt(3)).extracting(ErasableText::redaction).containsExactly(WHY);
    }

    @Test
    void a_command_handler_that_reads_the_stream_and_a_projector_that_follows_the_log_see_the_same() {
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));
        erase(1, "reason", WHY);

        PlanClosed ofStream = (PlanClosed) log.readEvents("a").next().getPayload();
        PlanClosed ofOrder = (PlanClosed)
                log.readEvents(null, false).findFirst().orElseThrow().getPayload();

        assertThat(ofStream.reason().redaction()).isEqualTo(WHY);
        assertThat(ofOrder.reason().redaction()).isEqualTo(WHY);
    }

    @Test
    void payload_metadata_and_keys_keep_every_byte() {
        log.appendEvents(
                in("a", 0, milestone(ErasableText.of(NAME), ErasableText.of("Kept"))),
                in("b", 0, closed(ErasableText.of(NAME))));
        Document before = WholeLog.of(database).commits().get(0);

        erase(2, "reason", WHY);

        Document after = WholeLog.of(database).commits().get(0);
        assertThat(after.get("events")).isEqualTo(before.get("events"));
        before.remove("texts");
        after.remove("texts");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_repeat_is_harmless_and_what_is_gone_keeps_its_first_redaction() {
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));
        List<TextPlace> places = eraser.places(1, "reason");

        eraser.erase(places, WHY);
        WholeLog once = WholeLog.of(database);
        eraser.erase(places, LATER);

        assertThat(WholeLog.of(database)).isEqualTo(once);
        assertThat(closedAt(1).reason().redaction()).isEqualTo(WHY);
    }

    /** It is made without salt, so anyone who guesses a short text could try the guess on it. */
    @Test
    void the_requests_digest_lies_beside_the_events_and_goes_with_the_first_text() {
        EventMessage<?> asked = in("a", 0, milestone(ErasableText.of(NAME), ErasableText.of("Kept")))
                .andMetaData(Map.of(LogMetadata.REQUEST_KEY, "r-1", LogMetadata.REQUEST_DIGEST, "0a1b"));
        log.appendEvents(asked);
        assertThat(log.accepted("r-1").orElseThrow().requestDigest()).isEqualTo("0a1b");
        assertThat(log.accepted("r-1").orElseThrow().at(1).metadata())
                .contains("r-1")
                .doesNotContain("0a1b", "requestDigest");

        erase(1, "details.successCriteria[0]", WHY);

        assertThat(log.accepted("r-1").orElseThrow().requestDigest()).isNull();
        assertThat(WholeLog.of(database).commits().get(0).toJson()).doesNotContain("0a1b");
    }

    @Test
    void a_place_that_is_not_in_the_log_is_passed_over() {
        log.appendEvents(in("a", 0, closed(ErasableText.of(NAME))));
        WholeLog before = WholeLog.of(database);

        eraser.erase(
                List.of(
                        new TextPlace(1, "a", "reason", "sha256:another"),
                        new TextPlace(7, "a", "reason", closedAt(1).reason().digest())),
                WHY);

        assertThat(WholeLog.of(database)).isEqualTo(before);
    }

    @Test
    void erasures_in_one_commit_at_once_bring_nothing_back() throws Exception {
        int texts = 8;
        ExecutorService pool = Executors.newFixedThreadPool(texts);
        try {
            for (int round = 0; round < 10; round++) {
                ErasableText[] criteria = new ErasableText[texts];
                for (int i = 0; i < texts; i++) criteria[i] = ErasableText.of("Words " + round + " " + i);
                log.appendEvents(in("s" + round, 0, milestone(criteria)));
                long position = 1L + round;

                CyclicBarrier start = new CyclicBarrier(texts);
                List<Future<?>> erasures = new ArrayList<>();
                for (int i = 0; i < texts; i++) {
                    List<TextPlace> place = eraser.places(position, "details.successCriteria[" + i + "]");
                    erasures.add(pool.submit(() -> {
                        start.await();
                        eraser.erase(place, WHY);
                        return null;
                    }));
                }
                for (Future<?> erasure : erasures) erasure.get();

                assertThat(criteriaAt(position)).hasSize(texts).allMatch(text -> text.redaction() != null);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
