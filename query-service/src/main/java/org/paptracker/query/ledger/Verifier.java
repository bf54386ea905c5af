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
import org.paptracker.query.ledger.Continuity.DoesNotContinue;
import org.paptracker.query.ledger.Continuity.NotKept;
import org.paptracker.query.ledger.FreshFolds.Compared;
import org.paptracker.query.ledger.FreshFolds.Extent;
import org.paptracker.query.ledger.Recount.Break;
import org.paptracker.query.ledger.Verifications.Run;
import org.paptracker.query.operations.ViewCheck.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Compares the log with the ledger, all of both, and what is made of the log with a fresh fold. One run at a time: callers who ask meanwhile wait for it. */
@Component
class Verifier implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final LogLines log;
    private final Tiles tiles;
    private final Ledger ledger;
    private final Verifications runs;
    private final Clock clock;
    private final Continuity continuity;
    private final FreshFolds folds;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ledger-verification");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<Verification> running;
    private Extent extent = Extent.ONE_VIEW;

    Verifier(
            LogLines log,
            Tiles tiles,
            Ledger ledger,
            Verifications runs,
            Clock clock,
            Continuity continuity,
            FreshFolds folds) {
        this.log = log;
        this.tiles = tiles;
        this.ledger = ledger;
        this.runs = runs;
        this.clock = clock;
        this.continuity = continuity;
        this.folds = folds;
    }

    /** The run that is going on and compares as much, else a new one. It is recorded when it ends. */
    synchronized CompletableFuture<Verification> start(Extent asked) {
        if (running == null || running.isDone() || extent.compareTo(asked) < 0) {
            extent = asked;
            running = CompletableFuture.supplyAsync(() -> run(asked), thread);
        }
        return running;
    }

    /** As {@link #start}, of everything, and waits for it. */
    Verification verify() {
        try {
            return start(Extent.ALL_VIEWS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private Verification run(Extent asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Verification run = verified(now, ledger.size(), asked);
        if (!run.holds()) LOG.error("The ledger does not hold: {}", run.sentence());
        runs.add(run);
        return run;
    }

    private Verification verified(Instant now, long size, Extent asked) {
        Break first = new LedgerReading(log::after, log::highest, tiles).upTo(size);
        if (first == null) first = againstEarlierRuns(size);
        if (first == null) first = againstSigned(size);
        if (first != null) {
            return new Verification(now, size, null, false, first.position(), first.sentence(), List.of());
        }
        Compared views = folds.compare(asked);
        Difference difference = views.difference();
        if (difference != null) {
            return new Verification(
                    now, size, null, false, difference.position(), FreshFolds.words(difference), views.compared());
        }
        String sentence = size == 1 ? "The one entry is as it was recorded." : words(size);
        return new Verification(now, size, ledger.tree(size).root().base64(), true, null, sentence, views.compared());
    }

    /** What a checkpoint was signed over has to be the beginning too, and neither was that in the store. */
    private @Nullable Break againstSigned(long size) {
        try {
            continuity.root(size);
            return null;
        } catch (DoesNotContinue e) {
            return new Break(stillHolds(size) + 1, String.valueOf(e.getMessage()));
        } catch (NotKept e) {
            LOG.warn("The entries are compared, and no checkpoint is kept", e);
            return null;
        }
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
        return new Break(stillHolds(size) + 1, otherwise(held.get(0), size));
    }

    private long stillHolds(long size) {
        return runs.all().stream()
                .map(Run::verification)
                .filter(earlier -> earlier.holds() && continues(earlier, size))
                .mapToLong(Verification::size)
                .max()
                .orElse(0);
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
