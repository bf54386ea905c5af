package org.paptracker.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.ViewJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two states of the same view, field by field. */
@Component
public class Differences {
    /** Where a view stands in the log, and what is told elsewhere. */
    private static final List<String> NO_CHANGES =
            List.of("version", "position", "recordedAt", "milestones", "lastUpdatedOn");

    private final JsonMapper json;

    Differences(JsonMapper json) {
        this.json = ViewJson.from(json);
    }

    /**
     * What differs in what the view says of {@code subject}. In the order of the fields; an object's fields
     * are named {@code outer.inner}, a list is one value.
     */
    public <V extends View, E extends DomainEvent> List<AuditEntry.Change> between(
            Slice<V, E> slice, V before, V after, EntrySubject subject) {
        return between(part(slice, before, subject), part(slice, after, subject));
    }

    private <V extends View, E extends DomainEvent> ObjectNode part(Slice<V, E> slice, V view, EntrySubject subject) {
        boolean there = view.stamp().version() >= 0 && view.exists();
        Object part = there ? slice.part(view, subject) : null;
        if (part == null) return json.createObjectNode();
        ObjectNode tree = json.valueToTree(part);
        return tree.remove(NO_CHANGES);
    }

    private static List<AuditEntry.Change> between(JsonNode before, JsonNode after) {
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
