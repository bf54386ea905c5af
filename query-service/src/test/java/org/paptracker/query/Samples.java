package org.paptracker.query;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.log.EventNames;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;

/** One event of each kind there is, made from the records themselves so that none can be forgotten. */
public final class Samples {
    private Samples() {}

    /** Each twice: with everything that may be left out, and without. */
    public static Stream<DomainEvent> ofEach() {
        return EventNames.families().stream()
                .flatMap(Fold::recordsOf)
                .flatMap(type -> Stream.of((DomainEvent) of(type, true, null), (DomainEvent) of(type, false, null)));
    }

    /** One of a type in a plan, with nothing that may be left out. */
    public static DomainEvent in(PlanId plan, Class<?> type) {
        return (DomainEvent) of(type, false, plan);
    }

    /** A record with nothing that may be left out. */
    public static <R extends Record> R of(Class<R> type) {
        return type.cast(of(type, false, null));
    }

    private static Object of(Class<?> type, boolean whole, @Nullable PlanId plan) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> isNullable(component) && !whole ? null : value(component.getType(), whole, plan))
                .toArray();
        return Records.of(type, values);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object value(Class<?> type, boolean whole, @Nullable PlanId plan) {
        if (type == PlanId.class && plan != null) return plan;
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
        if (type.isRecord()) return of(type, whole, plan);
        throw new AssertionError("No sample of " + type);
    }
}
