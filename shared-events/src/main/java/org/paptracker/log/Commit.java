package org.paptracker.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.LookAlike;

/**
 * What was appended at once: all of it or nothing.
 *
 * @param position of its last event
 * @param recordedAt UTC milliseconds, never earlier than the commit before
 * @param entries in order; the first stands at {@link #first()}
 * @param texts salt and text by digest, for what has not been erased
 * @param requestDigest of the request that asked for it, {@link LogMetadata#REQUEST_DIGEST}; null if it had no key, or
 *     once a text of the commit is erased: made without salt from a request that held the text, it could tell
 *     people who guess the text that the guess is right. For the same reason it is no part of an entry
 * @param signature id of the key, then its signature: {@link CommitProof}; null on a commit from before there were any
 * @param isFindable whether the store finds it by its place and by each stream that it belongs to
 */
public record Commit(
        long position,
        Instant recordedAt,
        List<Entry> entries,
        Map<String, Document> texts,
        @Nullable String requestDigest,
        @Nullable Binary signature,
        boolean isFindable) {
    /** Not signed yet. */
    public Commit(
            long position,
            Instant recordedAt,
            List<Entry> entries,
            Map<String, Document> texts,
            @Nullable String requestDigest) {
        this(position, recordedAt, entries, texts, requestDigest, null, true);
    }

    /** What the store adds to an event: the names of its fields, their lengths, an id, a time. */
    private static final int ROOM_FOR_NAMES = 250;

    private static final int ROOM_FOR_A_TEXT = 60;

    static final String REQUEST_DIGEST = "requestDigest";

    private static final String KEYS = "keys";
    private static final String SIGNATURE = "signature";

    /**
     * One event.
     *
     * @param stream type and identifier of its aggregate; null for an event that belongs to none
     * @param raisedAt when its service raised it, by that machine's clock
     * @param payload JSON, kept byte for byte, with digests in place of erasable texts
     * @param metadata likewise
     */
    public record Entry(
            String id,
            @Nullable String stream,
            @Nullable String streamType,
            long sequence,
            Instant raisedAt,
            String type,
            @Nullable String revision,
            String payload,
            String metadata) {
        @Nullable
        String key() {
            return stream == null ? null : key(stream, sequence);
        }

        static String key(String stream, long sequence) {
            return stream + "#" + sequence;
        }
    }

    /** Position of its first event. */
    public long first() {
        return position - entries.size() + 1;
    }

    boolean holds(long position) {
        return first() <= position && position <= this.position;
    }

    Commit with(Binary signature) {
        return new Commit(position, recordedAt, entries, texts, requestDigest, signature, isFindable);
    }

    /** The entry at a position, {@link #first()} to {@link #position()}. */
    public Entry at(long position) {
        return entries.get((int) (position - first()));
    }

    /** Of its events' places in their streams. */
    Set<String> keys() {
        return entries.stream().map(Entry::key).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** About how many bytes these take in the store, rather more than less. */
    static long size(List<Entry> entries, Map<String, Document> texts) {
        long size = 0;
        for (Entry entry : entries) {
            String key = entry.key();
            size += ROOM_FOR_NAMES + bytes(entry.payload) + bytes(entry.metadata) + bytes(entry.type);
            if (key != null) size += 2L * bytes(key);
        }
        for (Map.Entry<String, Document> text : texts.entrySet()) {
            size += ROOM_FOR_A_TEXT + bytes(text.getKey());
            for (Object part : text.getValue().values()) size += bytes(part.toString());
        }
        return size;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static String afterKey(long position) {
        return "after:" + position;
    }

    /** Of the streams that begin with these, so that no two begin whose codes look alike. ADR 29. */
    static List<String> alikeKeys(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.stream != null && entry.sequence == 0)
                .map(entry -> "alike:" + LookAlike.ofStream(String.valueOf(entry.stream)))
                .distinct()
                .toList();
    }

    static String requestKey(String request) {
        return "request:" + request;
    }

    Document toDocument(@Nullable String request) {
        List<String> keys = new ArrayList<>();
        keys.add(afterKey(first() - 1));
        for (Entry entry : entries) {
            String key = entry.key();
            if (key != null) keys.add(key);
        }
        keys.addAll(alikeKeys(entries));
        if (request != null) keys.add(requestKey(request));
        Document document = new Document("_id", position)
                .append("size", entries.size())
                .append("recordedAt", Date.from(recordedAt))
                .append(KEYS, keys)
                .append("events", entries.stream().map(Commit::toDocument).toList())
                .append("texts", new Document(new LinkedHashMap<>(texts)));
        if (signature != null) document.append(SIGNATURE, signature);
        return requestDigest == null ? document : document.append(REQUEST_DIGEST, requestDigest);
    }

    private static Document toDocument(Entry entry) {
        Document document = new Document("id", entry.id);
        if (entry.stream != null) {
            document.append("stream", entry.stream)
                    .append("streamType", entry.streamType)
                    .append("sequence", entry.sequence);
        }
        document.append("raisedAt", Date.from(entry.raisedAt)).append("type", entry.type);
        if (entry.revision != null) document.append("revision", entry.revision);
        return document.append("payload", entry.payload).append("metadata", entry.metadata);
    }

    static Commit from(Document document) {
        Map<String, Document> texts = new LinkedHashMap<>();
        Document stored = document.get("texts", new Document());
        for (String digest : stored.keySet()) texts.put(digest, stored.get(digest, Document.class));
        List<Entry> entries = document.getList("events", Document.class).stream()
                .map(Commit::entry)
                .toList();
        long position = document.getLong("_id");
        return new Commit(
                position,
                document.getDate("recordedAt").toInstant(),
                entries,
                texts,
                document.getString(REQUEST_DIGEST),
                document.get(SIGNATURE, Binary.class),
                isFindable(position - entries.size(), entries, document.getList(KEYS, String.class, List.of())));
    }

    private static boolean isFindable(long after, List<Entry> entries, List<String> keys) {
        Set<String> there = Set.copyOf(keys);
        return there.contains(afterKey(after))
                && entries.stream().map(Entry::key).allMatch(key -> key == null || there.contains(key));
    }

    private static Entry entry(Document document) {
        return new Entry(
                document.getString("id"),
                document.getString("stream"),
                document.getString("streamType"),
                document.get("sequence", 0L),
                document.getDate("raisedAt").toInstant(),
                document.getString("type"),
                document.getString("revision"),
                document.getString("payload"),
                document.getString("metadata"));
    }

    /** Without the texts: what may be forgotten must not reach a log file. */
    @Override
    public String toString() {
        return "Commit[position=" + position + ", entries=" + entries.size() + "]";
    }

    /** The payload with the texts that are still kept. */
    String payload(Entry entry) {
        return ErasableTexts.putBack(entry.payload, texts);
    }

    /** The metadata with the document that the event was taken from, as far as it is still told. */
    public String metadata(Entry entry) {
        return ErasableTexts.tell(entry.metadata, texts);
    }
}
