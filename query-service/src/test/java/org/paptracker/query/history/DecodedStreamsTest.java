package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.log.UnreadableEvent;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.values.action.Rating;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;

class DecodedStreamsTest {
    @TempDir
    static Path directory;

    private static QueryService service;
    private static int used;
    private static final AtomicInteger REDACTIONS = new AtomicInteger();

    private String stream = "";
    private DecodedStreams streams = new DecodedStreams(service.bean(LogReader.class), 1_000);

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void aStreamOfThree() {
        stream = "action:oxfordshire-pap/S-" + ++used;
        service.append(stream, 0, OFFICE, agreed(ACTION), milestone(ACTION, MILESTONE, "2025-01"));
        service.append(stream, 2, LEAD, progress("2025-02-13", Rating.ON_TRACK, 50));
    }

    private void grow(int by) {
        int length = service.bean(LogReader.class).stream(stream).size();
        for (int i = 0; i < by; i++) service.append(stream, length + i, LEAD, progress("2025-03", null, i));
    }

    @Test
    void a_stream_is_as_the_log_has_it() {
        assertThat(streams.of(stream)).hasSize(3).isEqualTo(service.bean(LogReader.class).stream(stream));
        assertThat(streams.of("action:oxfordshire-pap/none")).isEmpty();
    }

    @Test
    void what_is_held_is_not_read_again_and_what_it_grew_by_is_added() {
        List<Recorded<DomainEvent>> before = streams.of(stream);
        streams.refresh();
        assertThat(streams.of(stream)).isSameAs(before);

        grow(60);
        assertThat(streams.of(stream)).isSameAs(before);
        streams.refresh();

        List<Recorded<DomainEvent>> after = streams.of(stream);
        assertThat(after).isEqualTo(service.bean(LogReader.class).stream(stream));
        assertThat(after.get(0)).isSameAs(before.get(0));
    }

    @Test
    void a_stream_that_began_after_it_was_asked_for_is_seen() {
        String later = stream + "-later";
        assertThat(streams.of(later)).isEmpty();
        service.append(later, 0, OFFICE, agreed(ACTION));
        streams.refresh();
        assertThat(streams.of(later)).hasSize(1);
    }

    private void redacted(String... names) {
        List<TextPlace> places = Stream.of(names)
                .map(name -> new TextPlace(1, name, "note", "sha256:ab"))
                .toList();
        RedactionId redaction = RedactionId.of(REDACTIONS.incrementAndGet());
        service.append("redaction:" + redaction, 0, OFFICE, History.redacted(redaction, "2025-03", places));
    }

    @Test
    void what_was_redacted_is_forgotten_and_read_again() {
        Recorded<DomainEvent> before = streams.of(stream).get(0);
        redacted("action:oxfordshire-pap/another", stream);
        assertThat(streams.of(stream).get(0)).isSameAs(before);
        streams.refresh();
        assertThat(streams.of(stream).get(0)).isEqualTo(before).isNotSameAs(before);
    }

    @Test
    void what_was_redacted_while_many_streams_were_read_is_not_held() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            names.add(stream + "-r-" + i);
            service.append(names.get(i), 0, OFFICE, agreed(ACTION));
        }
        redacted(names.get(7));
        Map<String, List<Recorded<DomainEvent>>> read = streams.of(names);
        assertThat(read)
                .hasSize(60)
                .allSatisfy((name, entries) -> assertThat(entries).hasSize(1));
    }

    @Test
    void an_entry_that_cannot_be_read_stands_in_the_way_of_its_own_stream_only() {
        String strange = stream + "-strange";
        service.append(strange, 0, OFFICE, agreed(ACTION));
        assertThat(streams.of(strange)).hasSize(1);
        service.log().appendEvents(new GenericDomainEventMessage<>("action", strange, 1, "no event of the domain"));
        grow(1);
        streams.refresh();

        assertThatThrownBy(() -> streams.of(strange)).isInstanceOf(UnreadableEvent.class);
        assertThat(streams.of(stream)).hasSize(4);
    }

    @Test
    void many_streams_at_once_are_the_same_as_one_by_one() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            names.add(stream + "-" + i);
            service.append(names.get(i), 0, OFFICE, agreed(ACTION), milestone(ACTION, MILESTONE, "2025-01"));
        }
        Map<String, List<Recorded<DomainEvent>>> atOnce = streams.of(names);
        DecodedStreams others = new DecodedStreams(service.bean(LogReader.class), 1_000);
        assertThat(atOnce.keySet()).containsExactlyElementsOf(names);
        assertThat(atOnce).allSatisfy((name, entries) -> {
            assertThat(entries).hasSize(2).isEqualTo(others.of(name));
            assertThat(streams.of(name)).isSameAs(entries);
        });
        assertThat(new DecodedStreams(service.bean(LogReader.class), 10).of(names))
                .isEqualTo(atOnce);
    }

    @Test
    void no_more_is_held_than_was_agreed() {
        DecodedStreams small = new DecodedStreams(service.bean(LogReader.class), 10);
        for (int i = 0; i < 20; i++) small.of("action:oxfordshire-pap/none-" + i);
        small.of(stream);
        grow(30);
        small.refresh();
        assertThat(small.of(stream)).hasSize(33);

        assertThat(small.weight()).isLessThanOrEqualTo(10);
    }

    @Test
    void no_more_is_agreed_than_a_third_of_the_heap_holds() {
        assertThat(DecodedStreams.mostEvents(256L << 20)).isBetween(50_000L, 150_000L);
        assertThat(DecodedStreams.mostEvents(64L << 30)).isEqualTo(200_000);
    }

    @Test
    void a_reader_who_looks_again_after_a_write_never_sees_less() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            for (int times = 0; !done.get(); times++) {
                if (times < 40) redacted(stream);
                streams.refresh();
                streams.of(stream);
            }
        });
        for (int length = 4; length < 40; length++) {
            grow(1);
            streams.refresh();
            assertThat(streams.of(stream)).hasSize(length);
        }
        done.set(true);
        reader.join();
    }
}
