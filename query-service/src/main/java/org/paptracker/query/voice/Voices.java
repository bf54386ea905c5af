package org.paptracker.query.voice;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.VoiceEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.voice.VoiceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The voices, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.VOICES)
public class Voices extends PlanPartViews<VoiceView, VoiceEvent, VoiceId> {
    Voices(MongoDatabase database, JsonMapper json, History history) {
        super(
                new Views<>(database, Projections.VOICES, VoiceView.class, json),
                VoiceView.FOLD,
                VoiceEvent.class,
                history,
                "voice.unknown",
                "voice");
    }

    @EventHandler
    void on(VoiceEvent event, EventMessage<VoiceEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}
