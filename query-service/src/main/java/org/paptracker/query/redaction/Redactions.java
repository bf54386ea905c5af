package org.paptracker.query.redaction;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.Streams;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.History;
import org.paptracker.values.redaction.RedactionId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The redactions, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Redactions.PROJECTION)
public class Redactions extends FamilyViews<RedactionView, RedactionEvent> {
    public static final String PROJECTION = "redactions";

    private final Scrubbing scrubbing;

    Redactions(RedactionSlice slice, MongoDatabase database, JsonMapper json, History history, Scrubbing scrubbing) {
        super(slice, database, json, history);
        this.scrubbing = scrubbing;
    }

    @EventHandler
    void on(RedactionEvent event, EventMessage<RedactionEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }

    @Override
    protected void redacted(long position) {
        scrubbing.after(position);
    }

    /** @throws Refused with {@code redaction.unknown} if there is, or was, no such redaction */
    RedactionView get(RedactionId redaction, AsAt asAt) {
        return find(Streams.of(redaction), asAt)
                .orElseThrow(() -> new Refused(
                        Problem.of(404, "redaction.unknown", "There is no redaction %s.".formatted(redaction))));
    }
}
