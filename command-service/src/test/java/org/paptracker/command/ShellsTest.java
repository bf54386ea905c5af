package org.paptracker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.Streams;
import org.paptracker.log.EventNames;
import org.springframework.context.annotation.Bean;

/** What all shells do alike. Each slice's examples tell its own shell what to do; what is special has a test of its own. */
class ShellsTest {
    private static final JavaClasses OURS = new ClassFileImporter().importPackages("org.paptracker.command");

    private static List<Class<?>> shells() {
        return OURS.stream()
                .filter(type -> type.isAnnotatedWith(Aggregate.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> do_what_their_deciders_decide() {
        return OURS.stream()
                .filter(type -> type.getSimpleName().equals("Examples")
                        && type.tryGetMethod("shell").isPresent())
                .flatMap(type -> told(type.reflect()));
    }

    @SuppressWarnings("unchecked")
    private static Stream<DynamicTest> told(Class<?> examples) {
        return (Stream<DynamicTest>) call(method(examples, "shell"));
    }

    @Test
    void are_as_many_as_the_families_of_events_and_each_handles_one_family_of_commands_whole() {
        assertThat(shells()).hasSameSizeAs(EventNames.families()).hasSizeGreaterThanOrEqualTo(10);
        for (Class<?> shell : shells()) {
            List<? extends Class<?>> handled = Arrays.stream(shell.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Decides.class))
                    .map(method -> method.getParameterTypes()[0])
                    .toList();
            assertThat(handled).as(shell.getSimpleName()).hasSize(1);
            assertThat(handled.get(0).getInterfaces()).containsExactly(Command.class);
            assertThat(handled.get(0).isSealed()).isTrue();
        }
    }

    /** Axon's name of a shell goes into the log beside the stream's name. */
    @Test
    void are_called_as_the_streams_of_their_events() {
        for (Class<?> shell : shells()) {
            Method bean = Arrays.stream(shell.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Bean.class))
                    .findFirst()
                    .orElseThrow();
            Slice<?, ?, ?> slice = (Slice<?, ?, ?>) call(bean);
            assertThat(shell.getAnnotation(Aggregate.class).type()).isEqualTo(Streams.kind(slice.events()));
            assertThat(shell.getSuperclass()).isEqualTo(EventSourced.class);
        }
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object call(Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
