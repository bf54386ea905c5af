package org.paptracker.query.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogLines;
import org.paptracker.query.ledger.Recount.Break;
import org.paptracker.query.ledger.Verifications.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Compares the log with the ledger, all of both. One run at a time: callers who ask meanwhile wait for it. */
@Component
class Verifier implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final LogLines log;
    private final Tiles tiles;
    private final Ledger ledger;
    private final Verifications runs;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ledger-verification");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<Verification> running;

    Verifier(LogLines log, Tiles tiles, Ledger ledger, Verifications runs, Clock clock) {
        this.log = log;
        this.tiles = tiles;
        this.ledger = ledger;
        this.runs = runs;
        this.clock = clock;
    }

    /** The run that is going on, else a new one. It is recorded when it ends. */
    synchronized CompletableFuture<Verification> start() {
        if (running == null || running.isDone()) running = CompletableFuture.supplyAsync(this::run, thread);
        return running;
    }

    /** As {@link #start}, and waits for it. */
    Verification verify() {
        try {
            return start().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private Verification run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Verification run = verified(now, ledger.size());
        if (!run.holds()) LOG.error("The ledger does not hold: {}", run.sentence());
        runs.add(run);
        return run;
    }

    private Verification verified(Instant now, long size) {
        Break first = new LedgerReading(log::after, log::highest, tiles).upTo(size);
        if (first == null) first = againstEarlierRuns(size);
        if (first != null) return new Verification(now, size, null, false, first.position(), first.sentence());
        return new Verification(
                now,
                size,
                ledger.tree(size).root().base64(),
                true,
                null,
                size == 1 ? "The one entry is as it was recorded." : words(size));
    }

    private static String words(long size) {
        return String.format(Locale.UK, "All %,d entries are as they were recorded.", size);
    }

    /** What was verified before has to be the beginning of what is there now, in case log and ledger were both made anew. */
    private @Nullable Break againstEarlierRuns(long size) {
        List<Verification> held = runs.all().stream()
                .map(Run::verification)
                .filter(Verification::holds)
                .toList();
        if (held.isEmpty() || continues(held.get(0), size)) return null;
        long stillHolds = held.stream()
                .filter(earlier -> continues(earlier, size))
                .mapToLong(Verification::size)
                .max()
                .orElse(0);
        return new Break(stillHolds + 1, otherwise(held.get(0), size));
    }

    private boolean continues(Verification earlier, long size) {
        return earlier.size() <= size
                && ledger.tree(earlier.size()).root().base64().equals(earlier.root());
    }

    private static String otherwise(Verification earlier, long size) {
        if (earlier.size() > size) {
            return "There were %d entries when this was last verified, and now there are %d."
                    .formatted(earlier.size(), size);
        }
        return "The first %d entries are not those that were there when this was last verified."
                .formatted(earlier.size());
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
