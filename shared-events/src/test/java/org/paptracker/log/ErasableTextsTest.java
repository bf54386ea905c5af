package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;

class ErasableTextsTest {
    private static final PlanId PLAN = new PlanId("p");

    @TempDir
    static Path directory;

    private static Store store;
    private MongoDatabase database;
    private MongoEventLog log;

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
    }

    private void append(Object event) {
        log.appendEvents(new GenericDomainEventMessage<>("Plan", "p", log.position(), event));
    }

    private Document raw(long position) {
        return database.getCollection("events")
                .find(new Document("_id", position))
                .first();
    }

    private String payload(long position) {
        return raw(position).getList("events", Document.class).get(0).getString("payload");
    }

    private PlanClosed closed(long position) {
        return (PlanClosed) new LogReader(database, CommitProof.UNASKED)
                .at(position)
                .orElseThrow()
                .event();
    }

    private static PlanClosed closing(ErasableText reason) {
        return new PlanClosed(PLAN, BusinessDate.parse("2025"), reason);
    }

    @Test
    void what_was_erased_and_is_carried_into_another_entry_is_stored_there_as_it_is_here() {
        append(closing(ErasableText.of("Somebody's name")));
        new Eraser(database, CommitProof.UNASKED)
                .erase(
                        new Eraser(database, CommitProof.UNASKED).places(1, "reason"),
                        new ErasableText.Redaction(BusinessDate.parse("2025-03-03"), RedactionGround.COURT_ORDER));
        append(closed(1));

        assertThat(closed(2)).isEqualTo(closed(1));
        assertThat(ErasableText.shown(closed(2).reason())).isEqualTo("[redacted on 3 March 2025: a court order]");
        assertThat(payload(2)).isEqualTo(payload(1));
        assertThat(raw(2).get("texts")).isEqualTo(raw(1).get("texts"));
    }

    @Test
    void what_only_names_where_a_text_stands_is_no_text() {
        List<TextPlace> places = List.of(new TextPlace(1, "plan:p", "reason", ErasableText.ALGORITHM + "ab"));
        append(new ContentRedacted(
                PLAN, RedactionId.of(1), places, RedactionGround.COURT_ORDER, BusinessDate.parse("2025-03-03")));

        assertThat(new Eraser(database, CommitProof.UNASKED).fields(1)).isEmpty();
        assertThat(new LogReader(database, CommitProof.UNASKED)
                        .at(1)
                        .orElseThrow()
                        .event())
                .isInstanceOfSatisfying(
                        ContentRedacted.class,
                        event -> assertThat(event.places()).isEqualTo(places));
        assertThat(new LogReader(database, CommitProof.UNASKED).grown(0, 9).redacted())
                .containsExactly("plan:p");
    }

    private void erase(long position, String digest) {
        database.getCollection("events")
                .updateOne(new Document("_id", position), new Document("$unset", new Document("texts." + digest, "")));
    }

    @Test
    void the_payload_holds_the_digest_only_and_the_text_lies_beside_it() {
        ErasableText reason = ErasableText.of("Said by a parent");
        append(closing(reason));

        assertThat(payload(1))
                .isEqualTo("{\"plan\":\"p\",\"effectiveOn\":\"2025\",\"reason\":{\"digest\":\"" + reason.digest()
                        + "\"}}");
        assertThat(raw(1).get("texts", Document.class))
                .isEqualTo(new Document(
                        reason.digest(), new Document("salt", reason.salt()).append("text", "Said by a parent")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "She said \"no\", then 'yes' \\ maybe",
                "Zoë 🧒🏽 \u2028 \u0000 \t\r\n نص",
                "$1 \\$2 ${name} \\\\",
                "{\"digest\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}",
                "\"},{\"digest\":\"sha256:00\",\"salt\":\"AA==\",\"text\":\"forged\"}",
            })
    void any_text_comes_back_as_it_was_written_and_genuine(String text) {
        append(closing(ErasableText.of(text)));

        ErasableText read = closed(1).reason();

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.isGenuine()).isTrue();
        assertThat(payload(1)).doesNotContain("salt", "forged", "0000");
    }

    @Test
    void a_text_that_quotes_the_digest_of_another_is_left_as_it_is() {
        ErasableText other = ErasableText.of("Never to be told twice");
        ErasableText quoting = ErasableText.of("See {\"digest\":\"" + other.digest() + "\"}");
        append(new MilestoneAdded(
                PLAN,
                new ActionCode("A"),
                new MilestoneCode("A.1"),
                new MilestoneDetails("T", List.of(other, quoting), null, false)));

        MilestoneAdded read = (MilestoneAdded)
                new LogReader(database, CommitProof.UNASKED).at(1).orElseThrow().event();

        assertThat(read.details().successCriteria())
                .extracting(ErasableText::text)
                .containsExactly(other.text(), quoting.text());
    }

    @Test
    void an_erased_text_reads_back_as_none_and_the_payload_keeps_its_bytes() {
        ErasableText first = ErasableText.of("To be forgotten");
        ErasableText second = ErasableText.of("To be kept");
        append(new MilestoneAdded(
                PLAN,
                new ActionCode("A"),
                new MilestoneCode("A.1"),
                new MilestoneDetails("T", List.of(first, second), null, false)));
        String before = payload(1);

        erase(1, first.digest());

        assertThat(payload(1)).isEqualTo(before);
        assertThat(raw(1).toJson()).doesNotContain("forgotten").doesNotContain(first.salt());
        MilestoneAdded read = (MilestoneAdded)
                new LogReader(database, CommitProof.UNASKED).at(1).orElseThrow().event();
        ErasableText erased = read.details().successCriteria().get(0);
        assertThat(erased.digest()).isEqualTo(first.digest());
        assertThat(erased.text()).isNull();
        assertThat(erased.salt()).isNull();
        assertThat(erased.isGenuine()).isTrue(); // nothing speaks against it
        assertThat(read.details().successCriteria().get(1)).isEqualTo(second);
    }

    @Test
    void the_same_words_twice_have_two_digests_so_that_erasing_one_tells_nothing_of_the_other() {
        append(closing(ErasableText.of("Same words")));
        append(closing(ErasableText.of("Same words")));

        assertThat(closed(1).reason().digest()).isNotEqualTo(closed(2).reason().digest());
        assertThat(closed(1).reason()).isEqualTo(closed(2).reason());
    }

    @Test
    void a_text_changed_in_the_store_is_not_genuine() {
        ErasableText reason = ErasableText.of("On track");
        append(closing(reason));
        database.getCollection("events")
                .updateOne(
                        new Document("_id", 1L),
                        new Document("$set", new Document("texts." + reason.digest() + ".text", "Off track")));

        assertThat(closed(1).reason().text()).isEqualTo("Off track");
        assertThat(closed(1).reason().isGenuine()).isFalse();
    }

    @Test
    void numbers_beside_a_text_keep_their_digits() {
        String payload =
                "{\"value\":12.50,\"big\":12345678901234567890.10,\"note\":{\"digest\":\"sha256:aa\",\"salt\":\"AA==\",\"text\":\"x\"}}";

        Map<String, Document> kept = new LinkedHashMap<>();
        String taken = ErasableTexts.takeOut(payload, kept);

        assertThat(taken)
                .isEqualTo("{\"value\":12.50,\"big\":12345678901234567890.10,\"note\":{\"digest\":\"sha256:aa\"}}");
        assertThat(ErasableTexts.putBack(taken, kept)).isEqualTo(payload);
    }

    @Test
    void what_was_erased_before_stays_erased_when_it_is_recorded_again() {
        ErasableText erased = new ErasableText(ErasableText.of("gone").digest(), null, null, null);
        append(closing(erased));

        assertThat(raw(1).get("texts", Document.class)).isEmpty();
        assertThat(closed(1).reason()).isEqualTo(erased);
    }
}
