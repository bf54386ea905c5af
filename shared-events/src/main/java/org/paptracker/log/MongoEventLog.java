package org.paptracker.log;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
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

    private static final int MOST_ATTEMPTS = 200;
    private static final long LONGEST_QUEUE_SECONDS = 10;

    /** MongoDB's documents end at 16 MiB, and long before that a commit is slow to read. ADR 10. */
    static final long MOST_BYTES = 4 * 1024 * 1024;

    private final CommitStore store;
    private final CommitReader reader;
    private final AggregateSnapshots snapshots;
    private final LogClock clock;
    private final ReentrantLock appending = new ReentrantLock();

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
        clock = new LogClock(own, builder.storeTime == null ? own::instant : builder.storeTime, System::nanoTime);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Position of the last event; 0 while there is none. Asks the store. */
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

    public long position() {
        long position = reader.position();
        reader.lastRecordedAt().ifPresent(clock::met);
        return position;
    }

    /** By which entries get their times. */
    public LogClock clock() {
        return clock;
    }

    /** What an earlier request under this key appended. */
    public Optional<Commit> accepted(String requestKey) {
        return store.byKey(Commit.requestKey(requestKey));
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

        queue();
        try {
            Commit appended = append(events, entries, texts, request, digest);
            reader.knows(appended);
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, appended));
        } finally {
            appending.unlock();
        }
    }

    /** Writers of one process queue here, not at the store; but not for ever, behind one to whom it does not answer. */
    private void queue() {
        try {
            if (!appending.tryLock(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS)) throw new LogBusy("were queueing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogBusy("were queueing when this one was interrupted");
        }
    }

    private static boolean isRehearsal() {
        return CurrentUnitOfWork.isStarted()
                && Boolean.TRUE.equals(CurrentUnitOfWork.get().root().getResource(REHEARSAL));
    }

    private Commit append(
            List<? extends EventMessage<?>> events,
            List<Commit.Entry> entries,
            Map<String, Document> texts,
            @Nullable String request,
            @Nullable String digest) {
        Commit previous = reader.known();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            long head = previous == null ? 0 : previous.position();
            // After the head is known: if the insert finds it still the head, nothing can have grown in between.
            Optional<String> grown = grownSinceRead(head);
            if (grown.isEmpty()) {
                long position = head + entries.size();
                Commit commit = new Commit(position, recordedAt(previous, entries), entries, texts, digest);
                if (store.insert(commit, request)) return commit;
            }
            Optional<Commit> mine = refuseConflicts(events, entries, request);
            if (mine.isPresent()) return mine.get();
            if (grown.isPresent()) throw new DecidedOnOldReads(grown.get());
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000L * Math.min(attempt, 40)));
            previous = reader.head().orElse(null);
        }
        throw new LogBusy("were first " + MOST_ATTEMPTS + " times in a row");
    }

    /** A key that follows what this unit of work has read; empty if none of it has grown. */
    private Optional<String> grownSinceRead(long head) {
        StreamsRead reads = StreamsRead.inThisUnit(head);
        if (reads != null && reads.wouldFindMoreAt(head)) return Optional.of("the words that were looked for");
        return reads == null || reads.isAllReadAt(head) ? Optional.empty() : store.anyOf(reads.nextKeys());
    }

    /** Not earlier than its own events: clocks of other threads of this machine may be a moment ahead. */
    private Instant recordedAt(@Nullable Commit previous, List<Commit.Entry> entries) {
        Instant raised = entries.stream()
                .map(Commit.Entry::raisedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return clock.next(previous == null ? null : previous.recordedAt(), raised);
    }

    /** A multikey index does not see a key twice in one document, so a commit is checked against itself here. */
    private void refuseRepeats(List<? extends EventMessage<?>> events, List<Commit.Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String key = entries.get(i).key();
            if (!seen.add("id:" + entries.get(i).id()) || (key != null && !seen.add(key))) {
                handlePersistenceException(new DuplicateKey("twice in one commit"), events.get(i));
            }
        }
    }

    /**
     * After a refused insert: throws if a stream or the request was there first; answers the commit if it is this very
     * one, inserted by a try whose answer was lost; empty if only the place in the log was taken.
     */
    private Optional<Commit> refuseConflicts(
            List<? extends EventMessage<?>> events, List<Commit.Entry> entries, @Nullable String request) {
        if (request != null) {
            Optional<Commit> earlier = accepted(request);
            if (earlier.isPresent()) {
                if (isOf(earlier.get(), entries)) return earlier;
                throw new RequestAlreadyAccepted(earlier.get());
            }
        }
        List<String> keys =
                entries.stream().map(Commit.Entry::key).filter(Objects::nonNull).toList();
        for (Commit earlier : store.byKeys(keys)) {
            if (isOf(earlier, entries)) return Optional.of(earlier);
            Set<String> held = earlier.keys();
            for (int i = 0; i < entries.size(); i++) {
                String key = entries.get(i).key();
                if (key != null && held.contains(key)) handlePersistenceException(new DuplicateKey(key), events.get(i));
            }
        }
        Optional<String> alike = store.anyOf(Set.copyOf(Commit.alikeKeys(entries)));
        if (alike.isPresent()) throw new DecidedOnOldReads(alike.get());
        return Optional.empty();
    }

    private static boolean isOf(Commit commit, List<Commit.Entry> entries) {
        return commit.entries().get(0).id().equals(entries.get(0).id());
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

    /** In a unit of work, what is appended there later rests on it: {@link DecidedOnOldReads}. */
    @Override
    public DomainEventStream readEvents(String stream, long first) {
        StreamsRead reads = StreamsRead.inThisUnit(reader.knownPosition()); // known before it is read
        DomainEventStream events = super.readEvents(stream, first);
        return reads == null ? events : reads.noting(stream, first, events);
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

    /** A key of the commit that stands in the log already. */
    private static final class DuplicateKey extends RuntimeException {
        DuplicateKey(String key) {
            super("Already in the log: " + key);
        }
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
