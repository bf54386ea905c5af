package org.paptracker.query.voice;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.VoiceEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.voice.VoiceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The voices, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Voices.PROJECTION)
public class Voices extends PlanPartViews<VoiceView, VoiceEvent, VoiceId> {
    public static final String PROJECTION = "voices";

    Voices(VoiceSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(VoiceEvent event, EventMessage<VoiceEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}
