package org.paptracker.log;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The log: one collection, one document a commit, a gapless total order. An append is a compare-and-set on the tail,
 * so several processes may write at once; one insert is atomic, so no transaction is needed. ADR 1. What a unit of work
 * has read of streams must still be all there is of them when it appends. ADR 22.
 */
public final class MongoEventLog extends BatchingEventStorageEngine {
    /** In the unit of work that appended: the {@link Commit}. */
    public static final String APPENDED = "org.paptracker.log.appended";

    /** In a unit of work whose events are weighed and not appended: {@code true}. */
    public static final String REHEARSAL = "org.paptracker.log.rehearsal";

    /** MongoDB's documents end at 16 MiB, and long before that a commit is slow to read. ADR 10. */
    static final long MOST_BYTES = 4 * 1024 * 1024;

    private final CommitStore store;
    private final CommitReader reader;
    private final AggregateSnapshots snapshots;
    private final LogClock clock;
    private final @Nullable HotStreams hot; // not for those who only ask
    private final GroupCommit appending;

    private MongoEventLog(Builder builder) {
        super(builder);
        MongoDatabase database = requireNonNull(builder.database, "a log needs a database");
        store = builder.readOnly
                ? new CommitStore(database, builder.proof)
                : CommitStore.writing(database, builder.proof);
        reader = new CommitReader(store);
        MongoCollection<Document> collection = database.getCollection("snapshots");
        snapshots = new AggregateSnapshots(collection);
        Clock own = builder.clock;
        clock = new LogClock(own, builder.storeTime == null ? () -> Instant.MAX : builder.storeTime, System::nanoTime);
        hot = builder.readOnly ? null : new HotStreams(reader, this::decoded);
        appending = new GroupCommit(store, reader, clock, this::appended);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Id of the first entry, by which one log is told from another; empty while there is none. */
    public Optional<String> firstId() {
        return reader.after(0, 1).stream()
                .findFirst()
                .map(commit -> commit.entries().get(0).id());
    }

    /** Position of the last entry that this process has met, without asking the store. */
    public long knownPosition() {
        return reader.knownPosition();
    }

    /** Position of the last event; 0 while there is none. Asks the store. */
    public long position() {
        long position = reader.position();
        reader.lastRecordedAt().ifPresent(clock::met);
        return position;
    }

    /** By which entries get their times. */
    public LogClock clock() {
        return clock;
    }

    /** What an earlier request under one of these keys appended; under the first that there is. One question. */
    public Optional<Commit> accepted(String... requestKeys) {
        List<String> keys = Stream.of(requestKeys).map(Commit::requestKey).toList();
        return store.byKeys(keys).stream().findFirst();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        Map<String, Document> texts = new LinkedHashMap<>();
        List<Commit.Entry> entries =
                events.stream().map(event -> entry(event, serializer, texts)).toList();
        MetaData asked = events.get(0).getMetaData();
        String request = (String) asked.get(LogMetadata.REQUEST_KEY);
        String digest = (String) asked.get(LogMetadata.REQUEST_DIGEST);
        refuseRepeats(events, entries);
        long size = Commit.size(entries, texts);
        if (size > MOST_BYTES) throw new CommitTooLarge(size);
        if (isRehearsal()) throw new Rehearsed();

        try {
            Commit appended =
                    appending.append(new Append(entries, texts, size, request, digest, StreamsRead.ofThisUnit()));
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, appended));
        } catch (DuplicateKey e) {
            handlePersistenceException(e, events.get(e.event()));
        }
    }

    private static boolean isRehearsal() {
        return CurrentUnitOfWork.isStarted()
                && Boolean.TRUE.equals(CurrentUnitOfWork.get().root().getResource(REHEARSAL));
    }

    /** A multikey index does not see a key twice in one document, so a commit is checked against itself here. */
    private void refuseRepeats(List<? extends EventMessage<?>> events, List<Commit.Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String key = entries.get(i).key();
            if (!seen.add("id:" + entries.get(i).id()) || (key != null && !seen.add(key))) {
                handlePersistenceException(new DuplicateKey("twice in one commit", i), events.get(i));
            }
        }
    }

    private static Commit.Entry entry(EventMessage<?> event, Serializer serializer, Map<String, Document> texts) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        MetaData kept = event.getMetaData().withoutKeys(Set.of(LogMetadata.REQUEST_DIGEST));
        SerializedObject<String> metadata = event.withMetaData(kept).serializeMetaData(serializer, String.class);
        DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> message ? message : null;
        return new Commit.Entry(
                event.getIdentifier(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getType(),
                domain == null ? 0 : domain.getSequenceNumber(),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                payload.getType().getName(),
                payload.getType().getRevision(),
                ErasableTexts.takeOut(payload.getData(), texts),
                ErasableTexts.takeOut(LogMetadata.SOURCE, metadata.getData(), texts));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int batchSize) {
        long position = token == null ? 0 : token.position().orElse(0);
        return reader.after(position, batchSize).stream()
                .flatMap(commit -> StoredEvent.after(position, commit))
                .toList();
    }

    private DomainEventStream decoded(Stream<? extends DomainEventData<?>> entries) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(entries, getEventSerializer(), upcasterChain);
    }

    private void appended(Commit commit) {
        reader.knows(commit);
        if (hot != null) hot.appended(commit);
    }

    /** In a unit of work, what is appended there later rests on it: {@link DecidedOnOldReads}. */
    @Override
    public DomainEventStream readEvents(String stream, long first) {
        HotStreams kept = hot;
        if (kept == null) return super.readEvents(stream, first);
        StreamsRead reads = refreshed(kept);
        List<DomainEventMessage<?>> all = kept.of(stream, name -> super.readEvents(name, 0));
        DomainEventStream events = DomainEventStream.of(
                all.stream().filter(event -> event.getSequenceNumber() >= first).toList());
        return reads == null ? events : reads.noting(stream, first, events);
    }

    /** What was folded of a stream and is kept in memory; else, as Axon has it, a snapshot of an aggregate. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        HotStreams kept = hot;
        if (kept == null) return super.readSnapshot(stream);
        refreshed(kept);
        FoldedStream.keptBy(kept::keep);
        Optional<DomainEventMessage<?>> folded = kept.folded(stream);
        return folded.isPresent() ? folded : super.readSnapshot(stream);
    }

    /** Forgets what is kept in memory: for when somebody has changed what lies in the store, which never happens by itself. */
    public void readAnew() {
        if (hot != null) hot.forget();
    }

    /** Once in a unit of work. */
    private static @Nullable StreamsRead refreshed(HotStreams kept) {
        StreamsRead reads = StreamsRead.inThisUnit();
        if (reads == null) kept.refresh();
        else reads.refreshOnce(kept::refresh);
        return reads;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int batchSize) {
        return reader.stream(stream, first, batchSize);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(position());
    }

    /** Just before the first event raised at {@code instant} or later; the head if there is none. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        long position = 0;
        for (List<Commit> next = reader.after(0, 512); !next.isEmpty(); next = reader.after(position, 512)) {
            for (Commit commit : next) {
                for (Commit.Entry entry : commit.entries()) {
                    if (!entry.raisedAt().isBefore(instant)) return new GlobalSequenceTrackingToken(position);
                    position++;
                }
            }
        }
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .reduce((a, b) -> b);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(entry(snapshot, serializer, new LinkedHashMap<>()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        if (store.proof().isAsked()) return Stream.empty(); // nobody signs them, and nobody should decide on one
        return snapshots.read(stream).stream();
    }

    /** A log needs a database; everything else has a default. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private @Nullable MongoDatabase database;
        private Clock clock = Clock.systemUTC();
        private @Nullable Supplier<Instant> storeTime;
        private CommitProof proof = CommitProof.UNASKED;
        private boolean readOnly;

        private Builder() {
            persistenceExceptionResolver(e -> e instanceof DuplicateKey);
            upcasterChain(Upcasters.ALL);
        }

        public Builder database(MongoDatabase database) {
            this.database = database;
            return this;
        }

        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Asks the store what time it is; by default nobody asks. */
        public Builder storeTime(Supplier<Instant> storeTime) {
            this.storeTime = storeTime;
            return this;
        }

        /** Signs what is appended, and refuses to read what is not proven; by default neither. */
        public Builder proof(CommitProof proof) {
            this.proof = proof;
            return this;
        }

        /** For those who only ask: whatever they try to append is refused, and nothing is made in the database. */
        public Builder readOnly() {
            readOnly = true;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        public MongoEventLog build() {
            return new MongoEventLog(this);
        }
    }
}
