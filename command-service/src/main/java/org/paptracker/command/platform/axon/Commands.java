package org.paptracker.command.platform.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.paptracker.log.Commit;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.RequestAlreadyAccepted;
import org.springframework.stereotype.Component;

/** The one way in: sends a command to its shell, once for each key, and says what went into the log. */
@Component
public class Commands {
    /** In a command's metadata, and never in an event's. */
    static final String EXPECTED_VERSION = "expectedVersion";

    /** Likewise: what it may write over. */
    static final String REPLACES = "replaces";

    /** Likewise: the permission to record what the guard suspects. */
    static final String GUARD_OVERRIDE = "guardOverride";

    /** Likewise: where the sender's own work lies. */
    static final String OWN = "own";

    static final int MOST_ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private final CommandGateway gateway;
    private final MongoEventLog log;
    private final RequestKeys keys;

    public Commands(CommandGateway gateway, MongoEventLog log, RequestKeys keys) {
        this.gateway = gateway;
        this.log = log;
        this.keys = keys;
    }

    /**
     * Decides and records. A repeat under the same key is answered as the first time and decides nothing.
     *
     * @throws StreamChanged if the stream is not at the version the request expects
     * @throws NotSeen if it would write over what the request does not allow
     * @throws KeyReused if the key stood for something else
     * @throws org.paptracker.command.platform.rules.RuleBroken as the decider says
     */
    public Receipt send(Command command, Request request) {
        if (request.key() != null) {
            Optional<Commit> accepted = keys.accepted(request.key());
            if (accepted.isPresent()) return again(accepted.get(), command, request);
        }
        try {
            return tried(command, request);
        } catch (RequestAlreadyAccepted e) {
            return again(e.commit(), command, request);
        }
    }

    /**
     * The stream in which the very same request was recorded before, under its key; empty if it was not, or has none.
     *
     * @param streams how the names begin of the streams that it can have been recorded in
     * @throws KeyReused if the key stood for something else
     */
    public Optional<String> streamBefore(Request request, String streams) {
        if (request.key() == null) return Optional.empty();
        return keys.accepted(request.key()).map(accepted -> {
            requireSame(accepted, request);
            return accepted.entries().stream()
                    .map(entry -> String.valueOf(entry.stream()))
                    .filter(stream -> stream.startsWith(streams))
                    .findFirst()
                    .orElseThrow(KeyReused::new);
        });
    }

    /**
     * Whatever was first, in this stream or in one that was read, the command is decided again on what stands now. A sender
     * who expects a version is told then, and only if it is their stream that moved. ADR 22.
     */
    private Receipt tried(Command command, Request request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decided(command, request);
            } catch (ConcurrencyException | AggregateStreamCreationException | DeadlockException e) {
                if (attempt == MOST_ATTEMPTS) throw e;
                pause(attempt);
            }
        }
    }

    static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * attempt));
    }

    private Receipt decided(Command command, Request request) {
        Handled handled = gateway.sendAndWait(CommandMessages.of(command, metadata(request, keys)));
        return handled.commit == null
                ? new Receipt(handled.version, log.position(), false)
                : Receipt.of(handled.commit, command.stream());
    }

    static Map<String, Object> metadata(Request request, RequestKeys keys) {
        Map<String, Object> metadata = new HashMap<>(LogMetadata.of(request.provenance()));
        if (request.key() != null) {
            metadata.put(LogMetadata.REQUEST_KEY, keys.kept(request.key()));
            metadata.put(LogMetadata.REQUEST_DIGEST, request.digest());
        }
        metadata.put(OWN, request.own());
        metadata.put(REPLACES, request.replaces());
        if (request.expectedVersion() != null) metadata.put(EXPECTED_VERSION, request.expectedVersion());
        if (request.guardOverride() != null) metadata.put(GUARD_OVERRIDE, request.guardOverride());
        return metadata;
    }

    private static Receipt again(Commit accepted, Command command, Request request) {
        requireSame(accepted, request);
        String stream = command.stream();
        if (accepted.entries().stream().noneMatch(entry -> stream.equals(entry.stream()))) {
            if (accepted.requestDigest() == null) throw new KeyReused();
            throw new ConcurrencyException("The same request has just been recorded under another number");
        }
        return Receipt.of(accepted, stream);
    }

    /**
     * That what was accepted under the key is what is asked now. Once a text of it is erased there is nothing left to
     * compare with, and a repeat is taken for what it says it is: the sender is told that it was accepted.
     */
    static void requireSame(Commit accepted, Request request) {
        String digest = accepted.requestDigest();
        if (digest != null && !digest.equals(request.digest())) throw new KeyReused();
    }
}
