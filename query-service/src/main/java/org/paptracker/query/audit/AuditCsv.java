package org.paptracker.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.table.SpreadsheetCell.Several;
import org.paptracker.query.platform.web.CsvTable;
import org.paptracker.values.London;

/** The history as a table for a spreadsheet. */
final class AuditCsv {
    private AuditCsv() {}

    static String of(List<AuditEntry> entries) {
        CsvTable table = new CsvTable(List.of(
                "position",
                "recordedAt",
                "effectiveOn",
                "actor",
                "role",
                "organisation",
                "type",
                "subjectType",
                "subject",
                "sentence",
                "changes",
                "source",
                "reason",
                "requestId",
                "plan",
                "said",
                "correctedBy"));
        for (AuditEntry entry : entries) {
            table.row(
                    inFull(entry),
                    entry.position(),
                    London.written(entry.recordedAt()),
                    entry.effectiveOn(),
                    entry.actor(),
                    entry.role(),
                    entry.organisation(),
                    entry.type(),
                    entry.subject().type(),
                    entry.subject().code(),
                    entry.sentence(),
                    changes(entry),
                    entry.source(),
                    entry.reason(),
                    entry.requestId(),
                    entry.plan(),
                    said(entry),
                    entry.correctedBy());
        }
        return table.toString();
    }

    /** Where the same entry is given as JSON. */
    private static String inFull(AuditEntry entry) {
        return "/api/v1/plans/%s/audit?before=%d&limit=1".formatted(entry.plan(), entry.position() + 1);
    }

    private static Several changes(AuditEntry entry) {
        return new Several(entry.changes().stream()
                .map(change -> change.field() + ": " + shown(change.before()) + " → " + shown(change.after()))
                .toList());
    }

    private static @Nullable Several said(AuditEntry entry) {
        if (entry.said() == null) return null;
        return new Several(entry.said().stream()
                .map(said -> said.field() + ": " + shown(said.value()))
                .toList());
    }

    private static String shown(tools.jackson.databind.@Nullable JsonNode value) {
        if (value == null) return "(none)";
        return value.isString() ? value.stringValue() : value.toString();
    }
}
