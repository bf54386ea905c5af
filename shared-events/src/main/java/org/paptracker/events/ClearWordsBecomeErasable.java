package org.paptracker.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Titles, names, roles and sources were once plain strings of an entry, and are now kept beside it. Those of before stay
 * in their entries for ever, as proofs rest on them; from here on they are read as all others are. One for all events:
 * a field by one of these names was nowhere anything else. ADR 28.
 */
public final class ClearWordsBecomeErasable implements Upcaster {
    private static final Set<String> WERE_CLEAR = Set.of(
            "accountableRole",
            "agreedBy",
            "approvedBy",
            "heldBy",
            "inspectedBy",
            "issuedBy",
            "issuedTo",
            "leadRole",
            "leadRoles",
            "localArea",
            "name",
            "ownerRole",
            "present",
            "proposedBy",
            "role",
            "source",
            "through",
            "title",
            "unit",
            "url");

    @Override
    public Map<String, Object> upcast(Map<String, Object> event) {
        Map<String, Object> upcast = new LinkedHashMap<>();
        event.forEach((field, value) -> upcast.put(field, value(value, WERE_CLEAR.contains(field))));
        return upcast;
    }

    @SuppressWarnings("unchecked") // JSON: the names of fields are strings
    private Object value(Object value, boolean wasClear) {
        if (value instanceof Map<?, ?> fields) return upcast((Map<String, Object>) fields);
        if (value instanceof List<?> several) {
            return several.stream().map(each -> value(each, wasClear)).toList();
        }
        return wasClear && value instanceof String words ? withoutSalt(words) : value;
    }

    private static Map<String, Object> withoutSalt(String words) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("digest", "sha256:");
        text.put("text", words);
        return text;
    }
}
