package org.paptracker.query.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.MeetingEvent;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;

/**
 * A meeting of a board, planned or held.
 *
 * @param amendmentReason why it was last amended; null if nobody said
 */
public record MeetingView(
        MeetingCode code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @Nullable String amendmentReason,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param papersDueOn null if nobody said
     * @param present roles, in the order given; empty until it is held
     */
    public record Details(
            BoardCode board,
            BusinessDate heldOn,
            @Nullable BusinessDate papersDueOn,
            List<String> present,
            Visibility visibility) {
        static Details of(MeetingDetails details) {
            return new Details(
                    details.board(), details.heldOn(), details.papersDueOn(), details.present(), details.visibility());
        }
    }

    private static final MeetingView NOTHING = new MeetingView(
            new MeetingCode("none"),
            new PlanId("none"),
            new Details(new BoardCode("none"), BusinessDate.parse("0001"), null, List.of(), Visibility.RESTRICTED),
            null,
            Stamp.NONE);

    public static final Fold<MeetingView, MeetingEvent> FOLD = Fold.from(NOTHING, MeetingEvent.class)
            .on(MeetingPlanned.class, (view, event) -> view.described(event, event.details(), null))
            .on(MeetingAmended.class, (view, event) -> view.described(event, event.details(), event.reason()))
            .after(MeetingView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return details.visibility;
    }

    private MeetingView described(MeetingEvent event, MeetingDetails now, @Nullable ErasableText reason) {
        return new MeetingView(event.meeting(), event.plan(), Details.of(now), ErasableText.shown(reason), stamp);
    }

    private MeetingView stamped(Recorded<? extends MeetingEvent> recorded) {
        return new MeetingView(code, plan, details, amendmentReason, Stamp.of(recorded));
    }
}
