package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.decided;
import static org.paptracker.query.History.made;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.redacted;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.log.CommitProof;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogReader;
import org.paptracker.query.QueryService;
import org.paptracker.query.history.Slices;
import org.paptracker.values.ErasableText;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;

/** A process that writes the history, gives way to another, and has its turn again. */
class AuditWriterTest {
    @TempDir
    Path directory;

    @Test
    void what_was_redacted_in_the_meantime_is_not_remembered() {
        try (QueryService service = QueryService.start(directory)) {
            service.append(List.of(plan(), made(DECISION, "2025-02-13", "SIAB", null)), OFFICE);
            LogReader log = service.bean(LogReader.class);
            AuditWriter writer = new AuditWriter(service.bean(Slices.class), log, service.bean(Entries.class));
            for (int position = 1; position <= 2; position++) {
                writer.write(log.at(position).orElseThrow());
            }

            Eraser eraser = new Eraser(service.bean(MongoDatabase.class), service.bean(CommitProof.class));
            List<TextPlace> places = eraser.places(2, "details.wording");
            eraser.erase(places, new ErasableText.Redaction(date("2025-03-03"), RedactionGround.COURT_ORDER));
            service.append(List.of(redacted(RedactionId.of(1), "2025-03-03", places)), LEAD);
            service.append(
                    List.of(new DecisionAmended(PLAN, DECISION, decided("Again", "2025-02-13", "SIAB", null))), LEAD);

            AuditEntry entry = writer.write(log.at(4).orElseThrow());
            assertThat(entry.changes())
                    .filteredOn(change -> change.field().equals("text"))
                    .singleElement()
                    .satisfies(change -> assertThat(change.before().stringValue())
                            .isEqualTo("[redacted on 3 March 2025: a court order]"));
        }
    }
}
