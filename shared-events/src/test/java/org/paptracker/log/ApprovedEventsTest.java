package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Upcaster;
import org.paptracker.fold.Fold;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of each event, for ever: {@link Approved}. What is missing there is proposed in {@code target/approved}. */
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
    void an_event_is_written_as_approved(String name) {
        List<String> approved = Approved.lines(name, Approved.revision(name));
        Set<String> written = Approved.today(name);

        if (!approved.containsAll(written)) {
            fail(
                    "Not what was approved. If nothing was written like this yet, add what is new in %s. If only an optional"
                            + " field is new, it adds a line. Any other change raises the revision and needs an upcaster",
                    Approved.propose(name));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_line_of_todays_revision_is_read_and_written_again_the_same(String name) {
        for (String approved : Approved.lines(name, Approved.revision(name))) {
            Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                    approved,
                    String.class,
                    new SimpleSerializedType(name, EventNames.revision(EventNames.type(name)))));

            assertThat(read).isInstanceOf(EventNames.type(name));
            assertThat(SERIALIZER.serialize(read, String.class).getData()).isEqualTo(approved);
        }
    }

    /** So what is said of today's revision holds of every earlier one, whatever becomes of the event later. */
    @ParameterizedTest
    @MethodSource("names")
    void every_line_of_an_earlier_revision_becomes_an_approved_line_of_the_next_one(String name) {
        List<Upcaster> upcasters = EventNames.upcasters(EventNames.type(name));
        for (int revision = 1; revision < Approved.revision(name); revision++) {
            List<Upcaster> step = List.of(upcasters.get(revision - 1));
            for (String line : Approved.lines(name, revision)) {
                assertThat(Approved.lines(name, revision + 1)).contains(Upcasters.upcast(step, line));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_texts_of_every_line_ever_approved_can_be_erased(String name) {
        for (int revision = 1; revision <= Approved.revision(name); revision++) {
            for (String approved : Approved.lines(name, revision)) {
                Map<String, Document> texts = new LinkedHashMap<>();
                String stored = ErasableTexts.takeOut(approved, texts);
                assertThat(stored).doesNotContain("\"salt\"", "\"text\"");
                assertThat(withoutSalts(ErasableTexts.putBack(stored, texts))).isEqualTo(withoutSalts(approved));
            }
        }
    }

    /** Those that the log gives, to what is written without, are others each time. */
    private static String withoutSalts(String json) {
        return json.replaceAll("\"sha256:[0-9a-f]{64}\",\"salt\":\"[^\"]*\"", "\"sha256:\"");
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
    void there_is_a_line_of_every_revision_of_every_name_and_of_nothing_else() {
        Set<String> expected = names().flatMap(name -> IntStream.rangeClosed(1, Approved.revision(name))
                        .mapToObj(revision -> Approved.revision(name, revision)))
                .collect(Collectors.toSet());

        assertThat(Approved.revisions()).isEqualTo(expected);
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
