package org.paptracker.query.redaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.London;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.ShownPlace;
import org.paptracker.values.redaction.TextPlace;

/**
 * How words were taken out of the record, and never the words. All days are those of recording, Europe/London.
 *
 * @param plan of the entry
 */
public record RedactionView(
        RedactionId redaction,
        PlanId plan,
        @JsonUnwrapped Proposal proposal,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param groundInWords as every reader sees it in place of the words
     * @param legalBasis what in the law asks for it
     * @param proposedPlaces all that held the same words when it was proposed, the text itself first; null for one from
     *     before that was looked for
     */
    public record Proposal(
            Entry entry,
            RedactionGround ground,
            String groundInWords,
            @Nullable String legalBasis,
            @Nullable String note,
            Who proposedBy,
            BusinessDate proposedOn,
            @Nullable List<ShownPlace> proposedPlaces) {}

    /**
     * What was to go.
     *
     * @param position of the entry in the log
     * @param field path of the text in the entry
     */
    public record Entry(long position, String field) {}

    /**
     * What came of it.
     *
     * @param confirmedBy null until it is confirmed, as is the day
     * @param refusal null unless it was refused
     * @param redactedOn the day that readers see in place of the words; null until they are gone
     * @param places whose words go or went, the text itself first; empty until it is confirmed
     */
    public record Course(
            RedactionState state,
            @Nullable Who confirmedBy,
            @Nullable BusinessDate confirmedOn,
            @Nullable Refusal refusal,
            @Nullable BusinessDate redactedOn,
            List<TextPlace> places) {
        private Course with(Refusal now) {
            return new Course(RedactionState.REFUSED, confirmedBy, confirmedOn, now, redactedOn, places);
        }

        private Course confirmed(Who by, BusinessDate on, List<TextPlace> everywhere) {
            return new Course(RedactionState.CONFIRMED, by, on, refusal, redactedOn, everywhere);
        }

        private Course done(BusinessDate on, List<TextPlace> everywhere) {
            return new Course(RedactionState.DONE, confirmedBy, confirmedOn, refusal, on, everywhere);
        }
    }

    /** By a second person, or by the person who proposed it: then it was withdrawn. */
    public record Refusal(Who by, BusinessDate on, @Nullable String reason) {}

    private static final RedactionId NONE = new RedactionId("none");
    private static final RedactionView NOTHING = new RedactionView(
            NONE,
            new PlanId("none"),
            new Proposal(
                    new Entry(0, ""),
                    RedactionGround.PERSONAL_DATA,
                    "",
                    null,
                    null,
                    Who.NOBODY,
                    BusinessDate.parse("0001"),
                    null),
            new Course(RedactionState.PROPOSED, null, null, null, null, List.of()),
            Stamp.NONE);

    public static final Fold<RedactionView, RedactionEvent> FOLD = Fold.from(NOTHING, RedactionEvent.class)
            .on(RedactionProposed.class, RedactionView::proposed)
            .on(RedactionDeclined.class, RedactionView::refused)
            .on(RedactionConfirmed.class, RedactionView::confirmed)
            .on(ContentRedacted.class, (view, event) -> view.with(view.course.done(event.on(), event.places())))
            .after(RedactionView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return Visibility.RESTRICTED;
    }

    @Override
    public RedactionId code() {
        return redaction;
    }

    @Override
    public boolean exists() {
        return !redaction.equals(NONE);
    }

    public RedactionState state() {
        return course.state;
    }

    private RedactionView proposed(RedactionProposed event, Recorded<?> recorded) {
        Proposal now = new Proposal(
                new Entry(event.position(), event.field()),
                event.ground(),
                event.ground().inWords(),
                ErasableText.shown(event.legalBasis()),
                ErasableText.shown(event.note()),
                Who.of(recorded),
                day(recorded),
                event.places() == null ? null : ShownPlace.of(event.places(), event.only()));
        return new RedactionView(event.redaction(), event.plan(), now, course, stamp);
    }

    private RedactionView refused(RedactionDeclined event, Recorded<?> recorded) {
        return with(course.with(new Refusal(Who.of(recorded), day(recorded), ErasableText.shown(event.reason()))));
    }

    private RedactionView confirmed(RedactionConfirmed event, Recorded<?> recorded) {
        return with(course.confirmed(Who.of(recorded), day(recorded), event.places()));
    }

    private RedactionView with(Course now) {
        return new RedactionView(redaction, plan, proposal, now, stamp);
    }

    private RedactionView stamped(Recorded<? extends RedactionEvent> recorded) {
        return new RedactionView(redaction, plan, proposal, course, Stamp.of(recorded));
    }

    private static BusinessDate day(Recorded<?> recorded) {
        return BusinessDate.day(London.day(recorded.recordedAt()));
    }
}
