package org.paptracker.query.meeting;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.MeetingEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.meeting.MeetingCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The meetings, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Meetings.PROJECTION)
public class Meetings extends PlanPartViews<MeetingView, MeetingEvent, MeetingCode> {
    public static final String PROJECTION = "meetings";

    Meetings(MeetingSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(MeetingEvent event, EventMessage<MeetingEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}
