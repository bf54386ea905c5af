package org.paptracker.command.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Lead;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.OrganisationCode;

/** That no text and no code of any command is passed by: each command there is, filled with a text wherever one can stand. */
class TextsOfTest {
    private static final String TEXT = "A text.";

    static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.paptracker.command")
                        .stream()
                        .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted((one, other) -> one.getName().compareTo(other.getName()));
    }

    private static List<String> paths(Record command) {
        List<String> paths = new ArrayList<>();
        TextsOf.command(command, (path, text) -> paths.add(path + "=" + text));
        return paths;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_text_of_a_command_is_found_and_nothing_else(Class<?> type) throws Exception {
        int[] texts = {0};
        Record command = (Record) made(type, texts);
        assertThat(paths(command)).hasSize(texts[0]).allMatch(path -> path.endsWith("=" + TEXT));
    }

    @Test
    void there_are_many_commands() {
        assertThat(commands()).hasSizeGreaterThan(50);
    }

    @Test
    void the_first_leads_role_is_called_lead_role() {
        record Asked(List<Lead> leads) {}

        assertThat(paths(new Asked(List.of(new Lead("One", null), new Lead("Two", new OrganisationCode("OCC"))))))
                .containsExactly("leadRole=One", "leads[1].role=Two", "leads[1].organisation=OCC");
    }

    @Test
    void they_are_named_as_in_the_request() {
        record Details(String title, ErasableText wording, List<Area> areas) {}
        record Asked(Details details, ErasableText note) {}
        Area area = new Area(new AreaCode("PA1"), AreaKind.PRIORITY_ACTION, 1, "Voices", new OrganisationCode("OCC"));

        assertThat(paths(new Asked(
                        new Details("One", ErasableText.of("Two"), List.of(area, area)), ErasableText.of("Three"))))
                .containsExactly(
                        "title=One",
                        "text=Two",
                        "areas[0].code=PA1",
                        "areas[0].title=Voices",
                        "areas[0].accountableBody=OCC",
                        "areas[1].code=PA1",
                        "areas[1].title=Voices",
                        "areas[1].accountableBody=OCC",
                        "note=Three");
    }

    private static Object made(Type generic, int[] texts) throws ReflectiveOperationException {
        if (generic instanceof ParameterizedType several) {
            Object one = made(several.getActualTypeArguments()[0], texts);
            if (several.getRawType() == SortedSet.class) return new TreeSet<>(List.of(one));
            return several.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> type = (Class<?>) generic;
        if (type == String.class) {
            texts[0]++;
            return TEXT;
        }
        if (type == ErasableText.class) {
            texts[0]++;
            return ErasableText.of(TEXT);
        }
        if (type == BusinessDate.class) return BusinessDate.parse("2025");
        if (type == Period.class) return Period.parse("2025");
        if (type == Reading.class) return Reading.exactly("1");
        if (type == int.class || type == Integer.class) return 3;
        if (type == long.class || type == Long.class) return 3L;
        if (type == boolean.class || type == Boolean.class) return true;
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (type == GuardedRequest.class) return new GuardedRequest("", "", "", List.of(), ""); // says where, not what
        return record(type, texts);
    }

    private static Object record(Class<?> type, int[] texts) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) values[i] = made(components[i].getGenericType(), texts);
        return constructor.newInstance(values);
    }
}
