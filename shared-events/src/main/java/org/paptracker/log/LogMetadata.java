package org.paptracker.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Provenance;
import tools.jackson.databind.json.JsonMapper;

/** How provenance and the request's idempotency key travel in an event's metadata. */
public final class LogMetadata {
    /** Unique in the log: a request that carries a key already there was accepted before. A keyed hash of the client's. */
    public static final String REQUEST_KEY = "requestKey";
    /**
     * SHA-256 of what was asked under the key, in hexadecimal. Travels in a message's metadata as far as the log, which
     * keeps it beside the events, where it can be removed: {@link Commit#requestDigest()}.
     */
    public static final String REQUEST_DIGEST = "requestDigest";
    /** The document that the event was taken from. */
    public static final String SOURCE = "source";

    /** Which line of that document, if it is a table: {@code line 17}. Apart, so that all name the document alike. */
    public static final String SOURCE_LINE = "sourceLine";

    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String ORGANISATION = "organisation";
    private static final String REQUEST_ID = "requestId";
    private static final String NOBODY = "unknown";

    private static final Set<String> RECORDED =
            Set.of(ACTOR, ROLE, ORGANISATION, REQUEST_ID, SOURCE, SOURCE_LINE, REQUEST_KEY, REQUEST_DIGEST);

    private LogMetadata() {}

    /** What of a command's metadata goes into its events' metadata, and so, but for the digest, into the log for ever. */
    public static Map<String, ?> recordable(Message<?> command) {
        return command.getMetaData().subset(RECORDED.toArray(String[]::new));
    }

    public static Map<String, Object> of(Provenance provenance) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(ACTOR, provenance.actor());
        putIfPresent(metadata, ROLE, provenance.role());
        putIfPresent(metadata, ORGANISATION, provenance.organisation());
        putIfPresent(metadata, REQUEST_ID, provenance.requestId());
        putIfPresent(metadata, SOURCE, provenance.source());
        return metadata;
    }

    private static void putIfPresent(Map<String, Object> metadata, String key, @Nullable String value) {
        if (value != null) metadata.put(key, value);
    }

    /** What stored metadata, which is JSON, calls the person who acted; empty if it says nothing of that. */
    static String actor(String metadata) {
        return JsonMapper.shared().readTree(metadata).path(ACTOR).asString("");
    }

    /** Folds accept all of history, so an event without an actor has the actor {@code unknown}. */
    public static Provenance provenance(MetaData metadata) {
        String actor = (String) metadata.get(ACTOR);
        return new Provenance(
                actor == null ? NOBODY : actor,
                (String) metadata.get(ROLE),
                (String) metadata.get(ORGANISATION),
                (String) metadata.get(REQUEST_ID),
                source((String) metadata.get(SOURCE), (String) metadata.get(SOURCE_LINE)));
    }

    private static @Nullable String source(@Nullable String document, @Nullable String line) {
        if (line == null) return document;
        return document == null ? "import, " + line : document + ", " + line;
    }
}
