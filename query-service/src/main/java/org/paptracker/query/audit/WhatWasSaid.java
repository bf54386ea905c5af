package org.paptracker.query.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.audit.AuditEntry.Said;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event itself says, whether or not it changed a view: a backdated note says something although a newer one
 * stands. Left out are codes, which the subject and the changes name as far as the caller may know them, and details,
 * which always change the view as a whole.
 */
final class WhatWasSaid {
    /** What the entry says in a field of its own. */
    private static final Set<String> ELSEWHERE = Set.of("effectiveOn", "reason", "details");

    private final JsonMapper json;
    private final List<Said> found = new ArrayList<>();

    private WhatWasSaid(JsonMapper json) {
        this.json = json;
    }

    /** In the order of the event's fields. */
    static List<Said> in(DomainEvent event, JsonMapper json) {
        WhatWasSaid said = new WhatWasSaid(json);
        said.walk("", (Record) event);
        return List.copyOf(said.found);
    }

    private void walk(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (ELSEWHERE.contains(component.getName())) continue;
            visit(path + component.getName(), value(record, component));
        }
    }

    private void visit(String path, @Nullable Object value) {
        if (value == null || value instanceof Subject) return;
        if (value instanceof ErasableText text) {
            found.add(new Said(path, json.valueToTree(ErasableText.shown(text))));
        } else if (value instanceof Collection<?> several) {
            int index = 0;
            for (Object one : several) visit(path + "[" + index++ + "]", one);
        } else if (value instanceof Record record && json.valueToTree(value).isObject()) {
            walk(path + ".", record);
        } else if (!(value instanceof Record) || !isCode(value)) {
            found.add(new Said(path, json.valueToTree(value)));
        }
    }

    /** A code is a text with a shape of its own, which names something that may be hidden. */
    private static boolean isCode(Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't read " + component, e);
        }
    }
}
