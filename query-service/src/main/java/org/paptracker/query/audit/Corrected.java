package org.paptracker.query.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.Streams;
import org.paptracker.fold.Corrections;
import org.paptracker.log.EventNames;
import org.paptracker.query.history.History;
import org.paptracker.values.action.ActionCode;
import org.springframework.stereotype.Component;

/** Marks the entries that a later one has put right. They stay in the history, and say so. */
@Component
class Corrected {
    private static final String REPORT = String.valueOf(EventNames.of(MilestoneProgressRecorded.class));

    private final History history;

    Corrected(History history) {
        this.history = history;
    }

    List<AuditEntry> marked(List<AuditEntry> entries) {
        Map<String, Map<Long, Long>> corrected = new HashMap<>();
        return entries.stream()
                .map(entry -> {
                    String stream = stream(entry);
                    if (stream == null) return entry;
                    Long by =
                            corrected.computeIfAbsent(stream, this::corrections).get(entry.position());
                    return by == null ? entry : entry.correctedBy(by);
                })
                .toList();
    }

    private Map<Long, Long> corrections(String stream) {
        return Corrections.byPosition(history.entries(List.of(stream)).getOrDefault(stream, List.of()));
    }

    /** Null for what nothing can put right. */
    private static @Nullable String stream(AuditEntry entry) {
        String action = entry.subject().action();
        return action == null || !entry.type().equals(REPORT)
                ? null
                : Streams.of(ActionEvent.class, entry.plan(), new ActionCode(action));
    }
}
