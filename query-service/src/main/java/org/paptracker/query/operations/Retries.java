package org.paptracker.query.operations;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.Caller;
import org.paptracker.query.operations.Operation.Outcome;
import org.paptracker.query.operations.Operation.What;
import org.paptracker.query.platform.projection.Writers;
import org.springframework.stereotype.Component;

/** Dead letters tried again, or skipped. Between two batches of the projection, so that no event overtakes them. */
@Component
class Retries {
    private final DeadLetters letters;
    private final Operations operations;
    private final RebuildRecords records;
    private final Writers writers;

    Retries(DeadLetters letters, Operations operations, RebuildRecords records, Writers writers) {
        this.letters = letters;
        this.operations = operations;
        this.records = records;
        this.writers = writers;
    }

    Result retry(String projection, long position, Asked asked, Caller caller) {
        asked.checked();
        return writers.between(projection, () -> deal(What.RETRY, projection, position, asked, caller));
    }

    Result skip(String projection, long position, Asked asked, Caller caller) {
        asked.checked();
        return writers.between(projection, () -> deal(What.SKIP, projection, position, asked, caller));
    }

    private Result deal(What what, String projection, long position, Asked asked, Caller caller) {
        if (records.of(projection).replay() != null) throw replaying(projection);
        Parked first = letters.at(projection, position);
        Operation operation = operations.begin(
                what,
                projection,
                position,
                asked,
                caller,
                records.of(projection).current());
        boolean skips = what == What.SKIP;
        long before = first.waiting() + 1;
        if (skips) {
            if (!letters.takeOut(projection, first)) return ended(operation, Outcome.NOT_DONE, 0, null);
            before--;
        }
        Parked toTry = skips ? letters.now(projection, first).orElse(null) : first;
        if (toTry != null) letters.retry(projection, toTry);
        Parked next = letters.now(projection, first).orElse(null);
        long done = before - (next == null ? 0 : next.waiting() + 1);
        return ended(operation, next == null ? Outcome.DONE : Outcome.STILL_FAILING, done, next);
    }

    private Result ended(Operation operation, Outcome outcome, long done, @Nullable Parked next) {
        operations.end(operation.id(), outcome);
        return new Result(operation.id(), outcome, done, next, sentence(operation, outcome, done, next));
    }

    private static String sentence(Operation operation, Outcome outcome, long done, @Nullable Parked next) {
        if (outcome == Outcome.NOT_DONE) return "It was gone already. Nothing was done.";
        String first = operation.what() == What.SKIP
                ? "Entry %d was skipped: the views go on without it until the next replay, which meets it again. "
                        .formatted(operation.position())
                : "";
        String taken = done == 1 ? "1 entry was taken in." : done + " entries were taken in.";
        if (next == null) return first + (done == 0 ? "Nothing waited behind it." : taken);
        return first
                + (done == 0 ? "" : taken + " ")
                + "Entry %d can't be taken in. It and what waits behind it stay parked.".formatted(next.position());
    }

    static Refused replaying(String projection) {
        return new Refused(Problem.of(
                409,
                "projection.replaying",
                "The projection %s is being replayed. Please wait until that is done: the replay meets every event again."
                        .formatted(projection)));
    }
}
