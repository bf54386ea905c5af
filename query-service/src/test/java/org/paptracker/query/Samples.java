package org.paptracker.query;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.VoiceEvent;
import org.paptracker.fold.Fold;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;

/** One event of each kind there is, made from the records themselves so that none can be forgotten. */
public final class Samples {
    private Samples() {}

    /** Each twice: with everything that may be left out, and without. */
    public static Stream<DomainEvent> ofEach() {
        return Stream.of(
                        PlanEvent.class,
                        ActionEvent.class,
                        EvidenceEvent.class,
                        KpiEvent.class,
                        VoiceEvent.class,
                        RiskEvent.class,
                        DecisionEvent.class,
                        StocktakeEvent.class,
                        RedactionEvent.class,
                        GuardEvent.class)
                .flatMap(Fold::recordsOf)
                .flatMap(type -> Stream.of((DomainEvent) of(type, true), (DomainEvent) of(type, false)));
    }

    private static Object of(Class<?> type, boolean whole) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> isNullable(component) && !whole ? null : value(component.getType(), whole))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No sample of " + type, e);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object value(Class<?> type, boolean whole) {
        if (type == String.class) return "words";
        if (type == ErasableText.class) return ErasableText.of("erasable words");
        if (type == BusinessDate.class) return BusinessDate.parse("2025-02-13");
        if (type == Period.class) return Period.parse("2024-25AY");
        if (type == Reading.class) return Reading.exactly("44.5");
        if (type == List.class) return List.of();
        if (type == SortedSet.class) return new TreeSet<>();
        if (type == Integer.class || type == int.class) return 60;
        if (type == Long.class || type == long.class) return 7L;
        if (type == Boolean.class || type == boolean.class) return true;
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (type.isRecord()) return of(type, whole);
        throw new AssertionError("No sample of " + type);
    }
}
