package org.paptracker.query.platform.projection;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Everybody who is named in what is told: in a record, in records and lists in it, and in JSON that was made of a stored
 * view. By type, so that no view can forget one.
 */
public final class WhoIn {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private WhoIn() {}

    /** The components of a record, in order. */
    private record Shape(List<Method> parts, @Nullable Constructor<?> constructor) {
        /** Without parts if there can be nobody in it. */
        static Shape of(Class<?> type) {
            if (!type.isRecord() || !canHold(type, new ArrayList<>())) return new Shape(List.of(), null);
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                List<Method> parts = Arrays.stream(components)
                        .map(RecordComponent::getAccessor)
                        .toList();
                parts.forEach(part -> part.setAccessible(true));
                return new Shape(parts, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has no canonical constructor", e);
            }
        }

        private static boolean canHold(Type type, List<Type> met) {
            if (type == Who.class || type == JsonNode.class || type instanceof TypeVariable<?>) return true;
            if (met.contains(type)) return false;
            met.add(type);
            if (type instanceof ParameterizedType generic) {
                return Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> canHold(part, met));
            }
            return type instanceof Class<?> one
                    && one.isRecord()
                    && Arrays.stream(one.getRecordComponents()).anyMatch(part -> canHold(part.getGenericType(), met));
        }

        Object rebuilt(Object record, UnaryOperator<Who> call) {
            if (constructor == null) return record;
            try {
                @Nullable Object[] values = new Object[parts.size()];
                boolean changed = false;
                for (int i = 0; i < values.length; i++) {
                    Object part = parts.get(i).invoke(record);
                    values[i] = part == null ? null : in(part, call);
                    changed |= values[i] != part;
                }
                return changed ? constructor.newInstance(values) : record;
            } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
                throw new IllegalStateException(record.getClass() + " can't be told", e);
            }
        }
    }

    /** The same, with everybody called as {@code call} says. */
    @SuppressWarnings("unchecked") // each is rebuilt as what it is
    public static <T> T each(T told, UnaryOperator<Who> call) {
        return (T) in(told, call);
    }

    private static Object in(Object told, UnaryOperator<Who> call) {
        if (told instanceof Who who) return call.apply(who);
        if (told instanceof Record) return SHAPES.get(told.getClass()).rebuilt(told, call);
        if (told instanceof List<?> list) return inList(list, call);
        if (told instanceof Map<?, ?> map) return inMap(map, call);
        return told instanceof JsonNode json ? inJson(json, call) : told;
    }

    private static Object inList(List<?> list, UnaryOperator<Who> call) {
        List<Object> calling = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object one : list) {
            Object now = in(one, call);
            changed |= now != one;
            calling.add(now);
        }
        return changed ? List.copyOf(calling) : list;
    }

    private static Object inMap(Map<?, ?> map, UnaryOperator<Who> call) {
        Map<Object, Object> calling = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object now = in(entry.getValue(), call);
            changed |= now != entry.getValue();
            calling.put(entry.getKey(), now);
        }
        return changed ? calling : map;
    }

    private static JsonNode inJson(JsonNode json, UnaryOperator<Who> call) {
        if (json.isString() && Who.isStored(json.stringValue())) {
            return StringNode.valueOf(call.apply(Who.read(json.stringValue())).toString());
        }
        if (json instanceof ArrayNode array) {
            ArrayNode calling = array.arrayNode();
            for (JsonNode one : array) calling.add(inJson(one, call));
            return calling;
        }
        if (json instanceof ObjectNode object) {
            ObjectNode calling = object.objectNode();
            object.properties().forEach(field -> calling.set(field.getKey(), inJson(field.getValue(), call)));
            return calling;
        }
        return json;
    }
}
