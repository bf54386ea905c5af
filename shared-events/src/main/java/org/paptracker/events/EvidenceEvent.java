package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/** What can happen to a piece of evidence. Life cycle: docs/requirements.md, EVI-1 to EVI-14. */
@EventFamily("evidence")
public sealed interface EvidenceEvent extends DomainEvent {
    EvidenceId evidence();

    @Override
    default String stream() {
        return Streams.of(EvidenceEvent.class, plan(), evidence());
    }

    @EventType(value = "evidence-submitted", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record EvidenceSubmitted(PlanId plan, EvidenceId evidence, EvidenceDetails details) implements EvidenceEvent {}

    /**
     * The whole of the details as they now are. What had been returned is submitted again by it.
     *
     * @param reason why it was amended; the programme office gives one for what others submitted
     */
    @EventType(value = "evidence-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record EvidenceAmended(
            PlanId plan,
            EvidenceId evidence,
            EvidenceDetails details,
            @Nullable ErasableText reason) implements EvidenceEvent {}

    @EventType("evidence-validated")
    record EvidenceValidated(
            PlanId plan,
            EvidenceId evidence,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements EvidenceEvent {}

    /** Not good enough yet: its submitter may amend it. */
    @EventType("evidence-returned")
    record EvidenceReturned(PlanId plan, EvidenceId evidence, BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceEvent {}

    @EventType("evidence-challenged")
    record EvidenceChallenged(PlanId plan, EvidenceId evidence, BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceEvent {}

    @EventType("evidence-upheld")
    record EvidenceUpheld(
            PlanId plan,
            EvidenceId evidence,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements EvidenceEvent {}

    @EventType("evidence-withdrawn")
    record EvidenceWithdrawn(PlanId plan, EvidenceId evidence, BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceEvent {}

    /**
     * @param by the evidence that takes its place
     */
    @EventType("evidence-superseded")
    record EvidenceSuperseded(
            PlanId plan,
            EvidenceId evidence,
            BusinessDate effectiveOn,
            EvidenceId by,
            @Nullable ErasableText reason) implements EvidenceEvent {}
}
