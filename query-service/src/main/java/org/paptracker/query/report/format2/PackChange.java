package org.paptracker.query.report.format2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.changes.Changed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.JsonNode;

/** What became of one subject since the stocktake before. */
record PackChange(PlanId plan, About subject, List<Said> said, List<Field> changes) {

    record About(String type, String code, @Nullable String action) {}

    record Said(long position, @Nullable BusinessDate effectiveOn, String sentence) {}

    record Field(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    static PackChange of(Changed changed) {
        var subject = changed.subject();
        return new PackChange(
                changed.plan(),
                new About(subject.type(), subject.code(), subject.action()),
                changed.said().stream()
                        .map(one -> new Said(one.position(), one.effectiveOn(), one.sentence()))
                        .toList(),
                changed.changes().stream()
                        .map(one -> new Field(one.field(), one.before(), one.after()))
                        .toList());
    }
}
