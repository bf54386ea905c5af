package org.paptracker.query.voice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.paptracker.values.voice.VoiceState;

/** What somebody said, and what came of it. */
public record VoiceView(
        VoiceId code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * @param through how it was heard; null if not known
     * @param concerns the actions and milestones it speaks of, in the order given
     */
    public record Details(
            BusinessDate heardOn,
            VoiceFrom from,
            @Nullable String through,
            @Nullable String said,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            List<Subject> concerns,
            Visibility visibility) {
        static Details of(VoiceDetails details) {
            return new Details(
                    details.heardOn(),
                    details.from(),
                    details.through(),
                    ErasableText.shown(details.said()),
                    details.areas(),
                    details.themes(),
                    details.concerns(),
                    details.visibility());
        }

        private Details toldBy(PlanId plan, Disclosure disclosure) {
            return new Details(
                    heardOn,
                    from,
                    through,
                    said,
                    areas,
                    themes,
                    concerns.stream()
                            .filter(subject -> disclosure.names(plan, subject))
                            .toList(),
                    visibility);
        }
    }

    /**
     * What came of it.
     *
     * @param amendmentReason why it was last amended; null if nobody said
     * @param responses in the order recorded
     * @param closure null until it is closed
     */
    public record Course(
            VoiceState state,
            @Nullable String amendmentReason,
            List<Response> responses,
            @Nullable Closure closure) {
        private Course with(Response one) {
            List<Response> all =
                    Stream.concat(responses.stream(), Stream.of(one)).toList();
            return new Course(VoiceState.RESPONDED, amendmentReason, all, closure);
        }

        private Course with(Closure now) {
            return new Course(VoiceState.CLOSED, amendmentReason, responses, now);
        }

        private Course amended(@Nullable ErasableText reason) {
            return new Course(state, ErasableText.shown(reason), responses, closure);
        }

        private Course toldBy(PlanId plan, Disclosure disclosure) {
            return new Course(
                    state,
                    amendmentReason,
                    responses.stream()
                            .map(response -> response.toldBy(plan, disclosure))
                            .toList(),
                    closure);
        }
    }

    /**
     * What was done about it.
     *
     * @param by the user who said so
     * @param organisation of that user, by code; null if the user has none
     */
    public record Response(
            BusinessDate on,
            @Nullable String weDid,
            SortedSet<ActionCode> actions,
            Who by,
            @Nullable String organisation) {
        private Response toldBy(PlanId plan, Disclosure disclosure) {
            return new Response(
                    on,
                    weDid,
                    actions.stream()
                            .filter(action -> disclosure.names(plan, "action", action))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    by,
                    organisation);
        }
    }

    /** @param agreedBy the role or body that agreed; null if nobody was asked */
    public record Closure(
            BusinessDate on,
            @Nullable String outcome,
            @Nullable String agreedBy,
            Who by) {}

    private static final VoiceId NONE = new VoiceId("none");
    private static final VoiceView NOTHING = new VoiceView(
            NONE,
            new PlanId("none"),
            new Details(
                    BusinessDate.parse("0001"),
                    VoiceFrom.OTHER,
                    null,
                    null,
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    List.of(),
                    Visibility.RESTRICTED),
            new Course(VoiceState.HEARD, null, List.of(), null),
            Stamp.NONE);

    public static final Fold<VoiceView, VoiceEvent> FOLD = Fold.from(NOTHING, VoiceEvent.class)
            .on(VoiceHeard.class, (view, event) -> view.described(event, event.details()))
            .on(
                    VoiceAmended.class,
                    (view, event) -> view.described(event, event.details()).with(view.course.amended(event.reason())))
            .on(VoiceResponded.class, VoiceView::responded)
            .on(VoiceClosed.class, VoiceView::closed)
            .after(VoiceView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return details.visibility;
    }

    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    @Override
    public VoiceView toldBy(Disclosure disclosure) {
        return new VoiceView(code, plan, details.toldBy(plan, disclosure), course.toldBy(plan, disclosure), stamp);
    }

    public VoiceState state() {
        return course.state;
    }

    private VoiceView described(VoiceEvent event, VoiceDetails now) {
        return new VoiceView(event.voice(), event.plan(), Details.of(now), course, stamp);
    }

    private VoiceView responded(VoiceResponded event, Recorded<?> recorded) {
        return with(course.with(new Response(
                event.effectiveOn(),
                ErasableText.shown(event.weDid()),
                event.actions(),
                Who.of(recorded),
                recorded.provenance().organisation())));
    }

    private VoiceView closed(VoiceClosed event, Recorded<?> recorded) {
        return with(course.with(new Closure(
                event.effectiveOn(), ErasableText.shown(event.outcome()), event.agreedBy(), Who.of(recorded))));
    }

    private VoiceView with(Course now) {
        return new VoiceView(code, plan, details, now, stamp);
    }

    private VoiceView stamped(Recorded<? extends VoiceEvent> recorded) {
        return new VoiceView(code, plan, details, course, Stamp.of(recorded));
    }
}
