package org.paptracker.command.meeting;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.MeetingEvent;
import org.paptracker.values.meeting.MeetingCode;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a meeting. */
@Aggregate(type = "meeting")
class MeetingAggregate extends EventSourced<Meeting, MeetingCommand, MeetingEvent> {
    private static final Slice<Meeting, MeetingCommand, MeetingEvent> SLICE = Slice.of(
                    MeetingEvent.class,
                    MeetingDecider.RULES,
                    PathCode.of(MeetingCode.class, "meeting", MeetingCode::new))
            .saidAs(MeetingDecider::words);

    MeetingAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> meetingSlice() {
        return SLICE;
    }

    @Decides
    Long handle(MeetingCommand command, Context context) {
        return handled(command, context);
    }
}
