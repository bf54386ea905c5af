package org.paptracker.command.platform.axon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.log.Commit;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.Rehearsed;
import org.paptracker.log.RequestAlreadyAccepted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many commands, one commit of the log: each is decided on what those before it have left, and all of it is recorded or
 * nothing is, whatever happens. They must be of one plan and not about the plan itself. ADR 10.
 */
@Component
public class AtomicBatch {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final CommandGateway gateway;
    private final MongoEventLog log;
    private final RequestKeys keys;

    /** Two at once, each holding what the other waits for, would never end; and each of them takes memory. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    AtomicBatch(CommandGateway gateway, MongoEventLog log, RequestKeys keys) {
        this.gateway = gateway;
        this.log = log;
        this.keys = keys;
    }

    /** What is kept of the commands. */
    public enum Keep {
        /** All of them, or nothing if one is refused. */
        ALL,
        /** Those that are not refused. */
        WHAT_PASSES,
        /** Nothing: they are judged, and would have been recorded. */
        NOTHING,
        /** Nothing: they are only judged, even if they are more than can be recorded at once. */
        JUDGEMENT
    }

    /**
     * @param where in the request's source it stands, unlike any other, in our words: {@code line 17}
     */
    public record Item(Command command, String where) {}

    /** What became of one command. */
    public enum Fate {
        RECORDED,
        /** It was so already. */
        UNCHANGED,
        REFUSED,
        /** Of a repeated request: it was not recorded, and the log does not say why. */
        NOT_RECORDED
    }

    /** @param refusal if that was its fate */
    public record Outcome(Fate fate, @Nullable RuleBroken refusal) {}

    /**
     * @param outcomes one for each command, in their order; as if recorded, if they were only judged
     * @param recorded whether anything went into the log
     * @param position of the last event recorded; the log's head if none was
     */
    public record Result(List<Outcome> outcomes, boolean recorded, long position) {}

    /**
     * Decides each and records what should be kept. A repeat under the same key decides nothing.
     *
     * @throws KeyReused if the key stood for something else
     * @throws org.paptracker.log.CommitTooLarge if it is more than can be recorded at once
     */
    public Result send(List<Item> items, Request request, Keep keep) {
        boolean once = request.key() != null && keep != Keep.NOTHING && keep != Keep.JUDGEMENT;
        if (once) {
            Optional<Commit> accepted = keys.accepted(String.valueOf(request.key()));
            if (accepted.isPresent()) return again(accepted.get(), items, request, keep);
        }
        try {
            return alone(() -> tried(items, request, keep));
        } catch (RequestAlreadyAccepted e) {
            return again(e.commit(), items, request, keep);
        }
    }

    private Result alone(Supplier<Result> work) {
        boolean mine = false;
        try {
            mine = oneAtATime.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) throw new ConcurrencyException("Others have been recording much at once for a long time");
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConcurrencyException("Interrupted while waiting for others", e);
        } finally {
            if (mine) oneAtATime.unlock();
        }
    }

    /** Whatever another writer recorded meanwhile, on any of the streams: all are decided again. */
    private Result tried(List<Item> items, Request request, Keep keep) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decided(items, request, keep);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                if (attempt == Commands.MOST_ATTEMPTS) throw e;
                Commands.pause(attempt);
            }
        }
    }

    private Result decided(List<Item> items, Request request, Keep keep) {
        UnitOfWork<CommandMessage<?>> all = DefaultUnitOfWork.startAndGet(null);
        List<Outcome> outcomes = new ArrayList<>(items.size());
        try {
            for (Item item : items) outcomes.add(judged(item, request));
        } catch (RuntimeException e) {
            all.rollback(e);
            throw e;
        }
        Optional<RuleBroken> refusal =
                outcomes.stream().map(Outcome::refusal).filter(Objects::nonNull).findFirst();
        if (keep == Keep.JUDGEMENT || (keep == Keep.ALL && refusal.isPresent())) {
            all.rollback(refusal.orElse(null));
            return new Result(outcomes, false, log.position());
        }
        if (keep == Keep.NOTHING) all.resources().put(MongoEventLog.REHEARSAL, true);
        try {
            all.commit();
        } catch (Rehearsed e) {
            return new Result(outcomes, false, log.position());
        }
        Commit commit = all.getResource(MongoEventLog.APPENDED);
        return new Result(outcomes, commit != null, commit == null ? log.position() : commit.position());
    }

    /** In a unit of its own, inside that of all. */
    private Outcome judged(Item item, Request request) {
        Map<String, Object> metadata = Commands.metadata(request, keys);
        metadata.put(LogMetadata.SOURCE_LINE, item.where);
        Handled handled = gateway.sendAndWait(CommandMessages.of(item.command, metadata));
        if (handled.refusal != null) return new Outcome(Fate.REFUSED, handled.refusal);
        return new Outcome(handled.changed ? Fate.RECORDED : Fate.UNCHANGED, null);
    }

    private static Result again(Commit accepted, List<Item> items, Request request, Keep keep) {
        Commands.requireSame(accepted, request);
        Set<String> recorded = new HashSet<>();
        for (Commit.Entry entry : accepted.entries()) {
            recorded.add(where(JSON.readTree(accepted.metadata(entry))));
        }
        Fate other = keep == Keep.ALL ? Fate.UNCHANGED : Fate.NOT_RECORDED;
        List<Outcome> outcomes = items.stream()
                .map(item -> new Outcome(recorded.contains(item.where) ? Fate.RECORDED : other, null))
                .toList();
        return new Result(outcomes, true, accepted.position());
    }

    /** Versions of before put the line behind the document. */
    private static String where(JsonNode metadata) {
        String source = metadata.path(LogMetadata.SOURCE).asString("");
        int end = source.lastIndexOf(", ");
        return metadata.path(LogMetadata.SOURCE_LINE).asString(end < 0 ? source : source.substring(end + 2));
    }
}
