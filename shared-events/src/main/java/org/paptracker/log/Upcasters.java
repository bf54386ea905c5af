package org.paptracker.log;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EventType;
import org.paptracker.events.Upcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives each event that was recorded in an earlier revision the shape of today, by the upcasters that its
 * {@link EventType} names. Everything that reads events reads through this. Exports give the bytes as they were recorded.
 */
final class Upcasters extends SingleEventUpcaster {
    static final Upcasters ALL = new Upcasters();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Numbers keep their digits: {@code 200.50} stays that. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What an earlier revision still has to go through. */
    private final Map<SerializedType, Path> paths = new HashMap<>();

    /** @param to today's revision */
    private record Path(List<Upcaster> steps, SerializedType to) {}

    private Upcasters() {
        for (String name : EventNames.all()) {
            Class<? extends DomainEvent> type = EventNames.type(name);
            if (type != null) put(name, type);
        }
    }

    private void put(String name, Class<? extends DomainEvent> type) {
        List<Upcaster> steps = EventNames.upcasters(type);
        SerializedType today = new SimpleSerializedType(name, EventNames.revision(type));
        for (int past = 0; past < steps.size(); past++) {
            paths.put(
                    new SimpleSerializedType(name, String.valueOf(past + 1)),
                    new Path(steps.subList(past, steps.size()), today));
        }
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation entry) {
        return paths.containsKey(entry.getType());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation entry) {
        Path path = requireNonNull(paths.get(entry.getType()));
        return entry.upcastPayload(path.to, String.class, payload -> upcast(path.steps, payload));
    }

    /** Through each of the upcasters in turn. */
    static String upcast(List<Upcaster> steps, String payload) {
        try {
            Map<String, Object> event = JSON.readValue(payload, FIELDS);
            for (Upcaster step : steps) event = step.upcast(event);
            return JSON.writeValueAsString(event);
        } catch (RuntimeException e) {
            throw new SerializationException("Not of the shape that its revision had", e);
        }
    }
}
