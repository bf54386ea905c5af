package org.paptracker.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of each event, for ever. What these files hold is in somebody's log: a file may be added, but never
 * changed. A new event's bytes are proposed in {@code target/approved}.
 */
class ApprovedEventsTest {
    private static final EventSerializer SERIALIZER = new EventSerializer();

    static Stream<String> names() {
        return EventNames.all().stream().sorted();
    }

    private static Set<Class<?>> families() {
        return classes()
                .filter(Class::isInterface)
                .filter(type -> Arrays.asList(type.getInterfaces()).contains(DomainEvent.class))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> classes() {
        return new ClassFileImporter()
                .importPackages(DomainEvent.class.getPackageName()).stream().map(JavaClass::reflect);
    }

    @Test
    void every_record_of_every_family_has_exactly_one_name_and_every_name_a_record() {
        List<Class<?>> records = families().stream().flatMap(Fold::recordsOf).toList();
        Set<Class<?>> named = names().map(EventNames::type).collect(Collectors.toSet());

        assertThat(records).isNotEmpty().doesNotHaveDuplicates();
        assertThat(named).containsExactlyInAnyOrderElementsOf(records).hasSameSizeAs(EventNames.all());
        assertThat(names())
                .allSatisfy(
                        name -> assertThat(EventNames.of(EventNames.type(name))).isEqualTo(name));
    }

    @Test
    void every_family_is_sealed_and_no_event_is_outside_a_family() {
        assertThat(families()).isNotEmpty().allMatch(Class::isSealed);
        Set<Class<?>> inFamilies = families().stream().flatMap(Fold::recordsOf).collect(Collectors.toSet());
        assertThat(classes().filter(Class::isRecord).filter(DomainEvent.class::isAssignableFrom))
                .allMatch(inFamilies::contains);
    }

    @Test
    void names_are_lower_case_words() {
        assertThat(names()).allMatch(name -> name.matches("[a-z]+(-[a-z]+)+"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_event_is_written_and_read_as_approved(String name) throws IOException {
        Class<? extends DomainEvent> type = EventNames.type(name);
        DomainEvent full = Samples.full(type);
        DomainEvent bare = Samples.bare(type);

        isApproved(name, full);
        if (!bare.equals(full)) isApproved(name + ".bare", bare);
    }

    private static void isApproved(String file, DomainEvent event) throws IOException {
        String written = SERIALIZER.serialize(event, String.class).getData();
        String approved = approved(file, written);

        assertThat(written).isEqualTo(approved);
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                approved,
                String.class,
                new SimpleSerializedType(EventNames.of(event.getClass()), EventNames.revision(event.getClass()))));
        assertThat(read).isEqualTo(event);
        assertThat(SERIALIZER.serialize(read, String.class).getData()).isEqualTo(approved);

        Map<String, Document> texts = new LinkedHashMap<>();
        String stored = ErasableTexts.takeOut(approved, texts);
        assertThat(stored).doesNotContain("\"salt\"", "\"text\"");
        assertThat(ErasableTexts.putBack(stored, texts)).isEqualTo(approved);
    }

    private static String approved(String file, String proposed) throws IOException {
        try (InputStream in = ApprovedEventsTest.class.getResourceAsStream("/approved/" + file + ".json")) {
            if (in != null) return new String(in.readAllBytes(), UTF_8).stripTrailing();
            Path proposal = Path.of("target", "approved", file + ".json");
            Files.createDirectories(proposal.getParent());
            Files.writeString(proposal, proposed + "\n");
            return "nothing yet; proposed in " + proposal;
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void fields_are_in_the_order_of_the_record_and_absent_when_null(String name) {
        Class<? extends DomainEvent> type = EventNames.type(name);
        List<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(fields(Samples.full(type))).isEqualTo(components);
        assertThat(fields(Samples.bare(type))).isSubsetOf(components);
        assertThat(SERIALIZER.serialize(Samples.bare(type), String.class).getData())
                .doesNotContain("null");
    }

    private static List<String> fields(DomainEvent event) {
        String json = SERIALIZER.serialize(event, String.class).getData();
        return List.copyOf(JsonMapper.shared().readTree(json).propertyNames());
    }

    @Test
    void no_approved_event_is_left_without_a_name() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> approved = Files.list(Path.of("src", "test", "resources", "approved"))) {
            approved.forEach(path -> files.add(path.getFileName().toString().replaceFirst("(\\.bare)?\\.json$", "")));
        }
        assertThat(files).isEqualTo(EventNames.all());
    }

    @Test
    void the_log_holds_names_and_no_class_of_ours() {
        assertThat(names()).allSatisfy(name -> {
            var written = SERIALIZER.serialize(Samples.full(EventNames.type(name)), String.class);
            assertThat(written.getType())
                    .isEqualTo(new SimpleSerializedType(name, EventNames.revision(EventNames.type(name))));
            assertThat(written.getData()).doesNotContain("org.paptracker", "@class");
        });
    }
}
