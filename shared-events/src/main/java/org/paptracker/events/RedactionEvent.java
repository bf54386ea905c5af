package org.paptracker.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ClosedShape;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextAt;
import org.paptracker.values.redaction.TextPlace;

/**
 * How words are taken out of the record, by two people. None of these holds the words. The plan is that of the entry
 * that is redacted. Life cycle: docs/requirements.md, RED-1 to RED-15.
 */
@EventFamily("redaction")
public sealed interface RedactionEvent extends DomainEvent {
    RedactionId redaction();

    @Override
    default String stream() {
        return Streams.of(redaction());
    }

    /**
     * @param position of the entry whose text is to go
     * @param field the text's path in that entry, as in {@link TextPlace}
     * @param legalBasis what in the law asks for it: "UK GDPR Article 17(1)(d)"
     * @param places all that held the same words then, the text itself first; null if nobody had looked yet
     * @param only the texts that are to go; null for all of the same words
     */
    @EventType(value = "redaction-proposed", creates = true)
    record RedactionProposed(
            PlanId plan,
            RedactionId redaction,
            long position,
            @ClosedShape("a field that the entry has") String field,
            RedactionGround ground,
            ErasableText legalBasis,
            @Nullable ErasableText note,
            @Nullable List<FoundPlace> places,
            @Nullable List<TextAt> only)
            implements RedactionEvent {}

    /** By a second person, or by the person who proposed it: then it is withdrawn. */
    @EventType("redaction-declined")
    record RedactionDeclined(PlanId plan, RedactionId redaction, ErasableText reason) implements RedactionEvent {}

    /**
     * By a second person. From here on it is carried out, whatever happens.
     *
     * @param places whose words go, the text itself first; the person who confirmed it has named each
     */
    @EventType("redaction-confirmed")
    record RedactionConfirmed(PlanId plan, RedactionId redaction, List<TextPlace> places) implements RedactionEvent {}

    /**
     * The words are gone from the log; what else was made of them must be made again.
     *
     * @param on the day on which it was confirmed, Europe/London, as each reader sees it in place of the words
     */
    @EventType("content-redacted")
    record ContentRedacted(
            PlanId plan, RedactionId redaction, List<TextPlace> places, RedactionGround ground, BusinessDate on)
            implements RedactionEvent {
        @Override
        public BusinessDate effectiveOn() {
            return on;
        }
    }
}
