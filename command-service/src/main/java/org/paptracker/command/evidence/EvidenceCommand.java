package org.paptracker.command.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/** What can be asked of a piece of evidence. An {@code effectiveOn} that is null means today. */
sealed interface EvidenceCommand extends Command {
    EvidenceId evidence();

    @Override
    default String stream() {
        return Streams.of(EvidenceEvent.class, plan(), evidence());
    }

    /**
     * Submits the evidence or, while nobody has validated it, amends it: the whole of its details as they should be.
     *
     * @param reason why it is amended; null if nobody says
     */
    record SubmitEvidence(
            PlanId plan,
            EvidenceId evidence,
            EvidenceDetails details,
            @Nullable ErasableText reason) implements EvidenceCommand {}

    record ValidateEvidence(
            PlanId plan,
            EvidenceId evidence,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements EvidenceCommand {}

    record ReturnEvidence(
            PlanId plan, EvidenceId evidence, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceCommand {}

    record ChallengeEvidence(
            PlanId plan, EvidenceId evidence, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceCommand {}

    record UpholdEvidence(
            PlanId plan,
            EvidenceId evidence,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements EvidenceCommand {}

    record WithdrawEvidence(
            PlanId plan, EvidenceId evidence, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements EvidenceCommand {}

    /**
     * @param by the evidence that takes its place
     */
    record SupersedeEvidence(
            PlanId plan,
            EvidenceId evidence,
            @Nullable BusinessDate effectiveOn,
            EvidenceId by,
            @Nullable ErasableText reason)
            implements EvidenceCommand {}
}
