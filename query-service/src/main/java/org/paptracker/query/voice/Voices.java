package org.paptracker.query.voice;

import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.paptracker.events.VoiceEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.PlanId;
import org.paptracker.values.VoiceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The voices, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.VOICES)
public class Voices {
    private static final String STREAMS = "voice:";

    private final Views<VoiceView> views;
    private final Projection<VoiceView, VoiceEvent> projection;
    private final History history;

    Voices(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.VOICES, VoiceView.class, json);
        projection = new Projection<>(VoiceView.FOLD, VoiceEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(VoiceEvent event, EventMessage<VoiceEvent> message, UnitOfWork<?> unit) {
        projection.on(message, unit);
    }

    @EventHandler
    void on(UnknownSerializedType unreadable, EventMessage<?> message) {
        projection.onUnreadable(message);
    }

    @ResetHandler
    void reset() {
        projection.reset();
    }

    /** By id. */
    public List<VoiceView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(VoiceView::code))
                .toList();
    }

    /** @throws Refused with {@code voice.unknown} if there is, or was, no such voice */
    public VoiceView get(PlanId plan, VoiceId voice, AsAt asAt) {
        Optional<VoiceView> view = asAt.isNow() ? views.find(stream(plan, voice)) : at(plan, voice, asAt);
        return view.orElseThrow(() -> new Refused(
                Problem.of(404, "voice.unknown", "There is no voice %s in the plan %s.".formatted(voice, plan))));
    }

    private Optional<VoiceView> at(PlanId plan, VoiceId voice, AsAt asAt) {
        return history.view(stream(plan, voice), VoiceView.FOLD, VoiceEvent.class, asAt)
                .filter(VoiceView::wasHeard);
    }

    private static String stream(PlanId plan, VoiceId voice) {
        return STREAMS + plan + "/" + voice;
    }
}
