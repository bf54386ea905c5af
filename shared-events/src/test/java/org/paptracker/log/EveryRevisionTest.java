package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;

/** A log that holds every line ever approved, written past the code of today, and read by every way there is. */
class EveryRevisionTest {
    private static final Instant AT = Instant.parse("2035-03-01T09:00:00Z");
    private static final String STREAM = "all:of-them";

    @TempDir
    static Path directory;

    private static Store store;

    private final EventSerializer serializer = new EventSerializer();
    private MongoDatabase database;
    private long end;
    private final List<String> stored = new ArrayList<>();

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
        end = 0;
    }

    private record Line(String name, int revision, String payload) {}

    private static List<Line> everyLine() {
        List<Line> lines = new ArrayList<>();
        for (String written : Approved.revisions()) {
            String name = written.substring(0, written.indexOf('.'));
            int revision = Integer.parseInt(written.substring(written.indexOf('.') + 1));
            for (String payload : Approved.lines(name, revision)) lines.add(new Line(name, revision, payload));
        }
        return lines;
    }

    private void append(String name, String revision, String payload) {
        Map<String, Document> texts = new LinkedHashMap<>();
        stored.add(ErasableTexts.takeOut(payload, texts));
        Commit.Entry entry = new Commit.Entry(
                "event-" + end,
                STREAM,
                "all",
                end,
                AT,
                name,
                revision,
                stored.get(stored.size() - 1),
                "{\"actor\":\"office\"}");
        end++;
        assertThat(CommitStore.writing(database, CommitProof.UNASKED)
                        .insert(
                                List.of(new Commit(end, AT, List.of(entry), texts, null)),
                                Collections.singletonList(null)))
                .isEqualTo(1);
    }

    private MongoEventLog log() {
        return Writer.log(database);
    }

    private static List<Object> payloads(Stream<? extends EventMessage<?>> messages) {
        return messages.<Object>map(EventMessage::getPayload).toList();
    }

    @Test
    void is_read_the_same_by_projections_by_aggregates_and_by_those_who_only_ask() {
        List<Line> lines = everyLine();
        for (Line line : lines) append(line.name, String.valueOf(line.revision), line.payload);

        LogReader reader = new LogReader(database, CommitProof.UNASKED);
        List<Object> asked =
                reader.stream(STREAM).stream().<Object>map(Recorded::event).toList();

        assertThat(asked).hasSameSizeAs(lines);
        for (int i = 0; i < asked.size(); i++) {
            Line line = lines.get(i);
            assertThat(asked.get(i)).isInstanceOf(EventNames.type(line.name));
            String today = serializer.serialize(asked.get(i), String.class).getData();
            if (line.revision == Approved.revision(line.name)) assertThat(today).isEqualTo(line.payload);
            assertThat(Approved.lines(line.name, Approved.revision(line.name))).contains(today);
        }
        assertThat(reader.after(0, lines.size()))
                .<Object>extracting(Recorded::event)
                .isEqualTo(asked);
        assertThat(payloads(log().readEvents(null, false))).isEqualTo(asked);
        assertThat(payloads(log().readEvents(STREAM).asStream())).isEqualTo(asked);
    }

    @Test
    void leaves_as_it_was_recorded() {
        List<Line> lines = everyLine();
        for (Line line : lines) append(line.name, String.valueOf(line.revision), line.payload);

        List<LogLine> exported = new LogLines(database, CommitProof.UNASKED).after(0, lines.size());

        assertThat(exported).hasSameSizeAs(lines);
        for (int i = 0; i < exported.size(); i++) {
            assertThat(exported.get(i).payload()).isEqualTo(stored.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "-1", "01", "1.0", " 1", "one", ""})
    void a_revision_that_this_version_does_not_know_is_never_guessed(String revision) {
        append("plan-published", "1", Approved.lines("plan-published", 1).get(0));
        append("plan-published", revision, Approved.lines("plan-published", 1).get(0));
        LogReader reader = new LogReader(database, CommitProof.UNASKED);

        assertThatThrownBy(() -> reader.stream(STREAM))
                .isInstanceOfSatisfying(UnreadableEvent.class, unreadable -> {
                    assertThat(unreadable.position()).isEqualTo(2);
                    assertThat(unreadable.name()).isEqualTo("plan-published");
                })
                .hasMessageEndingWith("named plan-published in revision " + revision);
        assertThat(reader.readable(STREAM)).hasSize(1);
        List<Object> projected = payloads(log().readEvents(null, false));
        assertThat(projected.get(0)).isInstanceOf(DomainEvent.class);
        assertThat(projected.get(1)).isNotInstanceOf(DomainEvent.class);
        List<? extends DomainEventMessage<?>> loaded =
                log().readEvents(STREAM).asStream().toList();
        assertThatThrownBy(() -> Recordings.of(loaded.get(1))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_event_without_a_revision_is_not_taken_for_one_of_the_first() {
        append("plan-published", null, Approved.lines("plan-published", 1).get(0));

        assertThatThrownBy(() -> new LogReader(database, CommitProof.UNASKED).at(1))
                .isInstanceOf(UnreadableEvent.class);
    }
}
