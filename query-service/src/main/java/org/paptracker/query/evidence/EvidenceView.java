package org.paptracker.query.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.kpi.SmallCount;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.proof.Proof;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.evidence.EvidenceState;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;

/**
 * A piece of evidence as it stands.
 *
 * @param stateSince when it came into its state; null while it is submitted, which has no date of its own
 * @param stateReason why it was returned, challenged, withdrawn or superseded; null otherwise
 * @param submittedBy who submitted it first
 * @param validation null until somebody other than the submitter validates it
 * @param challenge the last one, also after it was decided; null if there was none
 * @param supersededBy what took its place; null if nothing did
 */
public record EvidenceView(
        EvidenceId code,
        PlanId plan,
        @JsonUnwrapped Content content,
        EvidenceState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        String submittedBy,
        @Nullable Validation validation,
        @Nullable Challenge challenge,
        @Nullable EvidenceId supersededBy,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * What it says.
     *
     * @param sampleSize how many cases, answers or people it rests on
     * @param supports in order of type and code
     */
    public record Content(
            String title,
            EvidenceKind kind,
            EvidenceLevel level,
            @Nullable Period period,
            String summary,
            EvidenceSource source,
            @Nullable Integer sampleSize,
            SortedSet<Subject> supports,
            Visibility visibility) {
        static Content of(EvidenceDetails details) {
            return new Content(
                    details.title(),
                    details.kind(),
                    details.level(),
                    details.period(),
                    String.valueOf(ErasableText.shown(details.summary())),
                    details.source(),
                    details.sampleSize(),
                    details.supports(),
                    details.visibility());
        }

        private Content toldBy(PlanId plan, Disclosure disclosure) {
            boolean small = sampleSize != null && sampleSize > 0 && sampleSize < SmallCount.LEAST_SHOWN;
            return new Content(
                    title,
                    kind,
                    level,
                    period,
                    summary,
                    source,
                    small && !disclosure.smallCounts() ? null : sampleSize,
                    supports.stream()
                            .filter(subject -> disclosure.names(plan, subject))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    visibility);
        }
    }

    public record Validation(
            BusinessDate on, String by, @Nullable String note) {}

    /**
     * @param upheldOn null while it is open and if it led to a withdrawal
     * @param upheldBy as {@code upheldOn}
     * @param note of who upheld
     */
    public record Challenge(
            BusinessDate on,
            String by,
            @Nullable String reason,
            @Nullable BusinessDate upheldOn,
            @Nullable String upheldBy,
            @Nullable String note) {}

    private static final EvidenceView NOTHING = new EvidenceView(
            new EvidenceId("none"),
            new PlanId("none"),
            new Content(
                    "",
                    EvidenceKind.DOCUMENT,
                    EvidenceLevel.ACTIVITY,
                    null,
                    "",
                    new EvidenceSource("", null, null),
                    null,
                    new TreeSet<>(),
                    Visibility.RESTRICTED),
            EvidenceState.SUBMITTED,
            null,
            null,
            "",
            null,
            null,
            null,
            Stamp.NONE);

    public static final Fold<EvidenceView, EvidenceEvent> FOLD = Fold.from(NOTHING, EvidenceEvent.class)
            .on(EvidenceSubmitted.class, EvidenceView::submitted)
            .on(EvidenceAmended.class, EvidenceView::amended)
            .on(EvidenceValidated.class, EvidenceView::validated)
            .on(
                    EvidenceReturned.class,
                    (view, event) -> view.in(EvidenceState.RETURNED, event.effectiveOn(), event.reason()))
            .on(EvidenceChallenged.class, EvidenceView::challenged)
            .on(EvidenceUpheld.class, EvidenceView::upheld)
            .on(
                    EvidenceWithdrawn.class,
                    (view, event) -> view.in(EvidenceState.WITHDRAWN, event.effectiveOn(), event.reason()))
            .on(EvidenceSuperseded.class, EvidenceView::superseded)
            .after((view, recorded) -> view.stamped(Stamp.of(recorded)))
            .exhaustive();

    @Override
    public Visibility visibility() {
        return content.visibility;
    }

    @Override
    public EvidenceView toldBy(Disclosure disclosure) {
        return new EvidenceView(
                code,
                plan,
                content.toldBy(plan, disclosure),
                state,
                stateSince,
                stateReason,
                submittedBy,
                validation,
                challenge,
                supersededBy == null || disclosure.names(plan, "evidence", supersededBy) ? supersededBy : null,
                stamp);
    }

    /** What it proves; nothing unless it stands. */
    Optional<Proof> proof() {
        if (!state.stands() || validation == null) return Optional.empty();
        Period period = content.period();
        return Optional.of(new Proof(
                code,
                content.level(),
                content.supports(),
                period == null ? validation.on().last() : period.last()));
    }

    private EvidenceView submitted(EvidenceSubmitted event, Recorded<?> recorded) {
        return new EvidenceView(
                event.evidence(),
                event.plan(),
                Content.of(event.details()),
                EvidenceState.SUBMITTED,
                null,
                null,
                recorded.actor(),
                null,
                null,
                null,
                stamp);
    }

    private EvidenceView amended(EvidenceAmended event) {
        return new EvidenceView(
                code,
                plan,
                Content.of(event.details()),
                EvidenceState.SUBMITTED,
                null,
                null,
                submittedBy,
                validation,
                challenge,
                supersededBy,
                stamp);
    }

    private EvidenceView validated(EvidenceValidated event, Recorded<?> recorded) {
        return new EvidenceView(
                code,
                plan,
                content,
                EvidenceState.VALIDATED,
                event.effectiveOn(),
                null,
                submittedBy,
                new Validation(event.effectiveOn(), recorded.actor(), ErasableText.shown(event.note())),
                challenge,
                supersededBy,
                stamp);
    }

    private EvidenceView challenged(EvidenceChallenged event, Recorded<?> recorded) {
        Challenge open = new Challenge(
                event.effectiveOn(), recorded.actor(), ErasableText.shown(event.reason()), null, null, null);
        return in(EvidenceState.CHALLENGED, event.effectiveOn(), event.reason()).with(open);
    }

    private EvidenceView upheld(EvidenceUpheld event, Recorded<?> recorded) {
        EvidenceView view = in(EvidenceState.UPHELD, event.effectiveOn(), null);
        if (challenge == null) return view;
        return view.with(new Challenge(
                challenge.on,
                challenge.by,
                challenge.reason,
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note())));
    }

    private EvidenceView superseded(EvidenceSuperseded event) {
        return new EvidenceView(
                code,
                plan,
                content,
                EvidenceState.SUPERSEDED,
                event.effectiveOn(),
                ErasableText.shown(event.reason()),
                submittedBy,
                validation,
                challenge,
                event.by(),
                stamp);
    }

    private EvidenceView in(EvidenceState state, BusinessDate since, @Nullable ErasableText reason) {
        return new EvidenceView(
                code,
                plan,
                content,
                state,
                since,
                ErasableText.shown(reason),
                submittedBy,
                validation,
                challenge,
                supersededBy,
                stamp);
    }

    private EvidenceView with(Challenge challenge) {
        return new EvidenceView(
                code,
                plan,
                content,
                state,
                stateSince,
                stateReason,
                submittedBy,
                validation,
                challenge,
                supersededBy,
                stamp);
    }

    private EvidenceView stamped(Stamp stamp) {
        return new EvidenceView(
                code,
                plan,
                content,
                state,
                stateSince,
                stateReason,
                submittedBy,
                validation,
                challenge,
                supersededBy,
                stamp);
    }
}
