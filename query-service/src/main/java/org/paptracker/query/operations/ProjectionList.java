package org.paptracker.query.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogReader;
import org.paptracker.query.operations.ProjectionItem.Progress;
import org.paptracker.query.operations.ProjectionItem.State;
import org.paptracker.query.operations.RebuildRecords.Entry;
import org.paptracker.query.operations.RebuildRecords.Replay;
import org.paptracker.query.platform.projection.Names;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.WhoIn;
import org.paptracker.query.platform.projection.Writers;
import org.springframework.stereotype.Component;

/** Finds out how each projection is. */
@Component
class ProjectionList {
    private final Projections projections;
    private final LogReader log;
    private final ProjectionPositions positions;
    private final EventProcessingConfiguration processing;
    private final MongoTemplate collections;
    private final RebuildRecords records;
    private final Operations operations;
    private final Writers writers;
    private final Names names;
    private final Clock clock;

    ProjectionList(
            Projections projections,
            LogReader log,
            ProjectionPositions positions,
            EventProcessingConfiguration processing,
            MongoTemplate collections,
            RebuildRecords records,
            Operations operations,
            Writers writers,
            Names names,
            Clock clock) {
        this.projections = projections;
        this.log = log;
        this.positions = positions;
        this.processing = processing;
        this.collections = collections;
        this.records = records;
        this.operations = operations;
        this.writers = writers;
        this.names = names;
        this.clock = clock;
    }

    /** Every one of them, always in the same order. */
    List<ProjectionItem> all() {
        long head = log.position();
        Map<String, Entry> entries = records.all();
        Map<String, Long> letters = letters();
        Map<String, Long> skipped = operations.skipped();
        return projections.all().stream()
                .map(name -> item(entries.getOrDefault(name, Entry.none(name)), head, letters, skipped))
                .toList();
    }

    Optional<ProjectionItem> one(String projection) {
        return all().stream().filter(item -> item.code().equals(projection)).findFirst();
    }

    /** How many, by group. */
    private Map<String, Long> letters() {
        Map<String, Long> letters = new HashMap<>();
        for (Document letter :
                collections.deadLetterCollection().find().projection(new Document("processingGroup", 1))) {
            letters.merge(letter.getString("processingGroup"), 1L, Long::sum);
        }
        return letters;
    }

    private ProjectionItem item(Entry entry, long head, Map<String, Long> letters, Map<String, Long> skips) {
        String projection = entry.projection();
        long position = positions.position(projection);
        long behind = Math.max(0, head - position);
        long parked = letters.getOrDefault(entry.current(), 0L);
        long skipped = skips.getOrDefault(entry.current(), 0L);
        String failure = failure(projection, behind);
        State state = state(projection, failure, entry);
        return new ProjectionItem(
                projection,
                position,
                behind,
                state,
                sentence(state, failure, parked, skipped),
                parked,
                skipped,
                progress(entry.replay()),
                last(entry));
    }

    private RebuildRecords.@Nullable Finished last(Entry entry) {
        return entry.last() == null ? null : WhoIn.each(entry.last(), names.of(true)); // nobody else may ask
    }

    private State state(String projection, @Nullable String failure, Entry entry) {
        if (!processor(projection).isRunning()) return State.STOPPED;
        if (failure != null) return State.FAILING;
        return entry.replay() == null ? State.RUNNING : State.REPLAYING;
    }

    /**
     * What the last batch failed of here; null if it did not. Or if there is nothing left to take in: then another process
     * has taken the projection over, and has got past it.
     */
    private @Nullable String failure(String projection, long behind) {
        String last = writers.failure(projection).orElse(null);
        if (last != null && behind > 0) return last;
        return processor(projection).isError() ? "the log or the store does not answer" : null;
    }

    private PooledStreamingEventProcessor processor(String projection) {
        return processing
                .eventProcessor(projection, PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    private @Nullable Progress progress(@Nullable Replay replay) {
        if (replay == null) return null;
        long seconds = replay.startedAt() == null
                ? 0
                : Math.max(
                        0, Duration.between(replay.startedAt(), clock.instant()).toSeconds());
        return new Progress(replay.startedAt(), replay.position(), replay.of(), seconds);
    }

    private static String sentence(State state, @Nullable String failure, long parked, long skipped) {
        String first = switch (state) {
            case RUNNING -> "It takes in what is recorded.";
            case REPLAYING ->
                "It takes in what is recorded. Beside it, its views are made again; until that is done, the old ones answer.";
            case STOPPED -> "It takes in nothing. Restart the query-service.";
            case FAILING -> "The last events could not be written (" + failure + "). They are tried again and again.";
        };
        String letters = switch ((int) Math.min(2, parked)) {
            case 0 -> "";
            case 1 -> " 1 event is parked, so its views may lack something.";
            default -> " " + parked + " events are parked, so its views may lack something.";
        };
        return skipped == 0
                ? first + letters
                : first + letters + " Skipped events that its views go without: " + skipped + ".";
    }
}
