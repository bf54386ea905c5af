package org.paptracker.command.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.Streams;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextAt;

/** What can be asked of a redaction. The plan is that of the entry to redact. */
sealed interface RedactionCommand extends Command {
    RedactionId redaction();

    @Override
    default String stream() {
        return Streams.of(redaction());
    }

    /**
     * @param position of the entry
     * @param field path of the text in the entry
     * @param also other texts of the same words that are named to go; if none is, all of them go, or none of a short text
     */
    record ProposeRedaction(
            PlanId plan,
            RedactionId redaction,
            long position,
            String field,
            RedactionGround ground,
            ErasableText legalBasis,
            @Nullable ErasableText note,
            List<TextAt> also)
            implements RedactionCommand {}

    /** Refuses it or, by the person who proposed it, withdraws it. */
    record DeclineRedaction(PlanId plan, RedactionId redaction, ErasableText reason) implements RedactionCommand {}

    /** @param places that are to go, each of them; no matter in which order */
    record ConfirmRedaction(PlanId plan, RedactionId redaction, Set<TextAt> places) implements RedactionCommand {}

    /** Says that the words of a confirmed redaction are gone. */
    record RecordRedacted(PlanId plan, RedactionId redaction) implements RedactionCommand {}
}
