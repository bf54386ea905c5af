package org.paptracker.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.JsonNode;

/**
 * Who recorded what, when, and what changed by it.
 *
 * @param effectiveOn when it became true; null for what has no date of its own
 * @param type the event's name in the log
 * @param areas the areas its subject belonged to, before or after; with the themes, what the history can be narrowed to
 * @param sentence what happened, for people; without free text
 * @param said what was recorded in so many words and figures, whether or not it changed anything; null in an entry that an
 *     earlier version wrote
 * @param changes what the view of the subject shows otherwise, in the order of its fields
 * @param source the document it was taken from; null if recorded first-hand, and to people who have not signed in
 * @param reason as given; null where none is asked for
 * @param correctedBy position of the later entry that puts this one right; null if none does. Not stored, but found when
 *     the history is read
 */
public record AuditEntry(
        long position,
        Instant recordedAt,
        @Nullable BusinessDate effectiveOn,
        PlanId plan,
        Who actor,
        @Nullable String role,
        @Nullable String organisation,
        String type,
        EntrySubject subject,
        SortedSet<String> areas,
        SortedSet<String> themes,
        String sentence,
        @Nullable List<Said> said,
        List<Change> changes,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String requestId,
        @Nullable Long correctedBy) {

    /** @param field path of the field in the event */
    public record Said(String field, JsonNode value) {}

    /** Without what the sender of the request chose to write of it. Before, request ids were the sender's too. */
    AuditEntry withoutSendersWords() {
        return with(null, null, correctedBy);
    }

    /** With the position of the entry that corrects it. */
    AuditEntry correctedBy(@Nullable Long position) {
        return with(source, requestId, position);
    }

    private AuditEntry with(@Nullable String fromSource, @Nullable String ofRequest, @Nullable Long corrected) {
        return new AuditEntry(
                position,
                recordedAt,
                effectiveOn,
                plan,
                actor,
                role,
                organisation,
                type,
                subject,
                areas,
                themes,
                sentence,
                said,
                changes,
                fromSource,
                reason,
                ofRequest,
                corrected);
    }

    /**
     * @param field path of the field in the subject's view
     * @param before null if it was absent
     * @param after null if it is absent now
     */
    public record Change(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
