package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ClosedShape;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every field of every event, and of what goes with it: what somebody wrote lies beside the log and can be removed. What
 * the log keeps in clear is a number, a date, a word of a list, a code that the guard has seen, or stands here with the
 * reason.
 */
class EveryStringTest {
    /** Of types that read their own shape. */
    private static final List<Class<?>> READ_BY_THEIR_SHAPE = List.of(BusinessDate.class, Period.class, Reading.class);

    /** What is in clear and neither a code nor of those types. A new one needs a reason as good as these. */
    private static final Map<String, String> CLOSED = Map.ofEntries(
            Map.entry("EvidenceSource.sha256", "64 hexadecimal digits"),
            Map.entry("RedactionProposed.field", "a field that the entry has"),
            Map.entry("GuardOverrideUsed.recordedIn", "a stream of the log"),
            Map.entry("GuardedRequest.command", "a type of command"),
            Map.entry("GuardedRequest.fingerprint", "64 hexadecimal digits"),
            Map.entry("GuardedRequest.person", "what the log calls a person"),
            Map.entry("GuardedRequest.stream", "a stream of the log"),
            Map.entry("Subject.code", "a code, which the guard has seen"),
            Map.entry("Suspected.field", "a path that the guard made"),
            Map.entry("FoundPlace.stream", "a stream of the log"),
            Map.entry("FoundPlace.field", "a field that an entry has"),
            Map.entry("FoundPlace.digest", "a digest of the log"),
            Map.entry("FoundPlace.kind", "a type of event"),
            Map.entry("TextAt.field", "a field that the entry has"),
            Map.entry("TextPlace.stream", "a stream of the log"),
            Map.entry("TextPlace.field", "a field that an entry has"),
            Map.entry("TextPlace.digest", "a digest of the log"));

    static Stream<Class<? extends DomainEvent>> events() {
        return EventNames.all().stream().sorted().map(EventNames::type);
    }

    /** A string somewhere in an event. */
    private record Found(RecordComponent component) {
        String name() {
            return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        }

        boolean isCode() {
            return component.getDeclaringRecord().getRecordComponents().length == 1
                    && component.getAccessor().isAnnotationPresent(JsonValue.class);
        }
    }

    private static List<Found> strings(Class<?> type) {
        List<Found> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            add(component, component.getGenericType(), found);
        }
        return found;
    }

    private static void add(RecordComponent component, Type type, List<Found> found) {
        if (type instanceof ParameterizedType several) {
            for (Type element : several.getActualTypeArguments()) add(component, element, found);
        } else if (type == String.class) {
            found.add(new Found(component));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            if (plain != ErasableText.class && !READ_BY_THEIR_SHAPE.contains(plain)) found.addAll(strings(plain));
        } else {
            assertThat(type)
                    .as("a type that this walk knows, in " + component)
                    .matches(known -> ((Class<?>) known).isPrimitive()
                            || ((Class<?>) known).isEnum()
                            || List.of(Integer.class, Long.class, Boolean.class, ErasableText.class)
                                    .contains(known));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void lies_beside_the_log_or_is_of_a_closed_shape(Class<? extends DomainEvent> event) {
        for (Found found : strings(event)) {
            boolean inClear = found.isCode() || CLOSED.containsKey(found.name());
            assertThat(ErasableStrings.isErasable(found.component()))
                    .as(found.name())
                    .isEqualTo(!inClear);
        }
    }

    @Test
    void the_list_of_closed_shapes_names_what_there_is_and_its_reason() {
        Map<String, String> marked = new TreeMap<>();
        events().flatMap(event -> strings(event).stream())
                .filter(found -> found.component().isAnnotationPresent(ClosedShape.class))
                .forEach(found -> marked.put(
                        found.name(),
                        found.component().getAnnotation(ClosedShape.class).value()));

        assertThat(marked).isEqualTo(new TreeMap<>(CLOSED));
    }

    /** The same again of what is stored: samples call each free string "The " and the name of its field. */
    @ParameterizedTest
    @MethodSource("events")
    void no_word_of_it_stands_in_the_stored_entry(Class<? extends DomainEvent> event) {
        String written = new EventSerializer()
                .serialize(Samples.full(event), String.class)
                .getData();
        String stored = ErasableTexts.takeOut(written, new LinkedHashMap<>());

        for (String closed : CLOSED.keySet()) {
            String field = closed.substring(closed.indexOf('.') + 1);
            stored = stored.replace("\"" + field + "\":\"The " + field + "\"", "");
        }
        assertThat(stored).doesNotContain("\"The ").doesNotContain("Zoë");
    }

    @Test
    void nor_does_a_word_of_the_document_that_it_was_taken_from() {
        Provenance by = new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", "r-1", "Letter of Mx Bloggs");
        String written = JsonMapper.shared().writeValueAsString(LogMetadata.of(by));
        Map<String, Document> texts = new LinkedHashMap<>();
        String stored = ErasableTexts.takeOut(LogMetadata.SOURCE, written, texts);

        assertThat(stored).doesNotContain("Bloggs");
        assertThat(texts.values())
                .singleElement()
                .satisfies(text -> assertThat(text.getString("text")).isEqualTo("Letter of Mx Bloggs"));
        assertThat(ErasableTexts.tell(stored, texts)).isEqualTo(written);
        assertThat(ErasableTexts.tell(stored, Map.of())).contains("\"source\":\"[redacted]\"");
    }

    @Test
    void there_are_many() {
        assertThat(events().flatMap(event -> strings(event).stream())
                        .filter(found -> ErasableStrings.isErasable(found.component()))
                        .map(Found::name)
                        .distinct())
                .hasSizeGreaterThan(25);
    }
}
