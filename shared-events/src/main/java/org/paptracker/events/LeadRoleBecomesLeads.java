package org.paptracker.events;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In an action's details, {@code leadRole: "Head of SEND"} becomes {@code leads: [{role: "Head of SEND"}]}. */
public final class LeadRoleBecomesLeads implements Upcaster {
    @Override
    public Map<String, Object> upcast(Map<String, Object> event) {
        Map<String, Object> details = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(event.get("details"))).forEach((field, value) -> {
            if ("leadRole".equals(field)) details.put("leads", List.of(Map.of("role", value)));
            else details.put((String) field, value);
        });
        event.put("details", details);
        return event;
    }
}
