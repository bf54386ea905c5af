package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.PlanId;

/**
 * What can happen to a meeting of a board: docs/requirements.md, MTG-1 to MTG-6. None has a date of its own: that the
 * meeting is planned counts from when it was recorded, whatever day it is planned for.
 */
@EventFamily("meeting")
public sealed interface MeetingEvent extends DomainEvent {
    MeetingCode meeting();

    @Override
    default String stream() {
        return Streams.of(MeetingEvent.class, plan(), meeting());
    }

    @EventType(value = "meeting-planned", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record MeetingPlanned(PlanId plan, MeetingCode meeting, MeetingDetails details) implements MeetingEvent {}

    /**
     * The whole of the details as they now are.
     *
     * @param reason why it was amended; the programme office gives one for what others recorded
     */
    @EventType(value = "meeting-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record MeetingAmended(
            PlanId plan,
            MeetingCode meeting,
            MeetingDetails details,
            @Nullable ErasableText reason) implements MeetingEvent {}
}
