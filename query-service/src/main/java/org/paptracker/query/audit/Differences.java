package org.paptracker.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What differs between two states of the same view, field by field. */
final class Differences {
    private Differences() {}

    /** In the order of the fields; an object's fields are named {@code outer.inner}, a list is one value. */
    static List<AuditEntry.Change> between(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = flat(before);
        Map<String, JsonNode> now = flat(after);
        Set<String> fields = new LinkedHashSet<>(now.keySet());
        fields.addAll(old.keySet());
        List<AuditEntry.Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(old.get(field), now.get(field))) {
                changes.add(new AuditEntry.Change(field, old.get(field), now.get(field)));
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> flat(JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        flatten("", node, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> fields) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) flatten(name, value, fields);
            else if (!value.isNull() && !(value.isArray() && value.isEmpty())) fields.put(name, value);
        }
    }
}
