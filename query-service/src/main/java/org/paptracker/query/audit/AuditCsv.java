package org.paptracker.query.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.table.SpreadsheetText;
import org.paptracker.values.London;

/** The history as a table for a spreadsheet. */
final class AuditCsv {
    private AuditCsv() {}

    static String of(List<AuditEntry> entries) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text); // else the text would stay in the buffer
        csv.writeRecord(
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
                "correctedBy");
        for (AuditEntry entry : entries) {
            csv.writeRecord(List.of(
                    String.valueOf(entry.position()),
                    London.written(entry.recordedAt()),
                    safe(entry.effectiveOn()),
                    safe(entry.actor()),
                    safe(entry.role()),
                    safe(entry.organisation()),
                    entry.type(),
                    entry.subject().type(),
                    safe(entry.subject().code()),
                    safe(entry.sentence()),
                    safe(changes(entry)),
                    safe(entry.source()),
                    safe(entry.reason()),
                    safe(entry.requestId()),
                    safe(entry.plan()),
                    safe(said(entry)),
                    safe(entry.correctedBy())));
        }
        return text.toString();
    }

    private static String changes(AuditEntry entry) {
        return entry.changes().stream()
                .map(change -> change.field() + ": " + shown(change.before()) + " → " + shown(change.after()))
                .collect(Collectors.joining("; "));
    }

    private static String said(AuditEntry entry) {
        if (entry.said() == null) return "";
        return entry.said().stream()
                .map(said -> said.field() + ": " + shown(said.value()))
                .collect(Collectors.joining("; "));
    }

    private static String shown(tools.jackson.databind.@Nullable JsonNode value) {
        if (value == null) return "(none)";
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String safe(@Nullable Object value) {
        return value == null ? "" : SpreadsheetText.harmless(value.toString());
    }
}
