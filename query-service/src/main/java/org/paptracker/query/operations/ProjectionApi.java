package org.paptracker.query.operations;

import java.net.URI;
import java.time.Clock;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.platform.security.WhoIsAsking;
import org.paptracker.query.operations.Operation.Outcome;
import org.paptracker.query.operations.Operation.What;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projections")
class ProjectionApi {
    private final Projections known;
    private final ProjectionList projections;
    private final Projections names;
    private final DeadLetters letters;
    private final Retries retries;
    private final RebuildRecords records;
    private final Operations operations;
    private final WhoIsAsking who;
    private final Clock clock;

    ProjectionApi(
            Projections known,
            ProjectionList projections,
            Projections names,
            DeadLetters letters,
            Retries retries,
            RebuildRecords records,
            Operations operations,
            WhoIsAsking who,
            Clock clock) {
        this.known = known;
        this.projections = projections;
        this.names = names;
        this.letters = letters;
        this.retries = retries;
        this.records = records;
        this.operations = operations;
        this.who = who;
        this.clock = clock;
    }

    /** How each is: how far, whether it runs, what it could not take in. */
    @RequiresRight(Right.OPERATE)
    @GetMapping
    Page<ProjectionItem> projections() {
        return new Page<>(projections.all(), null);
    }

    @RequiresRight(Right.OPERATE)
    @GetMapping("/{projection}")
    ProjectionItem projection(@PathVariable String projection) {
        return projections.one(projection).orElseThrow(ProjectionApi::unknown);
    }

    /** The first of each stream, by position. */
    @RequiresRight(Right.OPERATE)
    @GetMapping("/{projection}/dead-letters")
    Page<Parked> deadLetters(@PathVariable String projection, Paging paging) {
        require(projection);
        return Page.of(letters.first(projection), letter -> "%019d".formatted(letter.position()), paging);
    }

    /** Takes in the event and what waits behind it, until one can't be taken in. */
    @RequiresRight(Right.OPERATE)
    @PostMapping("/{projection}/dead-letters/{position}/retry")
    Result retry(@PathVariable String projection, @PathVariable long position, @RequestBody Asked asked) {
        require(projection);
        return retries.retry(projection, position, asked, who.caller());
    }

    /** Lets the views go on without the event, until the next replay, and takes in what waits behind it. */
    @RequiresRight(Right.OPERATE)
    @PostMapping("/{projection}/dead-letters/{position}/skip")
    Result skip(@PathVariable String projection, @PathVariable long position, @RequestBody Asked asked) {
        require(projection);
        return retries.skip(projection, position, asked, who.caller());
    }

    /** Makes the views again from the whole log. Answers at once; {@code Location} says how far it is. */
    @RequiresRight(Right.OPERATE)
    @PostMapping("/{projection}/replay")
    ResponseEntity<ProjectionItem> replay(@PathVariable String projection, @RequestBody Asked asked) {
        require(projection);
        asked.checked();
        if (!names.replayable().contains(projection)) {
            throw new Refused(Problem.of(
                    409,
                    "projection.not-replayable",
                    "The ledger keeps the first hash of each entry for good: made again, it would agree with a history"
                            + " that was changed. To compare it with the log, POST to /api/v1/audit/verification."));
        }
        if (records.of(projection).replay() != null) throw Retries.replaying(projection);
        Operation operation = operations.begin(
                What.REPLAY,
                projection,
                null,
                asked,
                who.caller(),
                records.of(projection).current());
        if (!records.ask(projection, operation.id(), operation.by().person(), clock.instant())) {
            operations.end(operation.id(), Outcome.NOT_DONE);
            throw Retries.replaying(projection);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/projections/" + projection))
                .body(projection(projection));
    }

    private void require(String projection) {
        if (!known.all().contains(projection)) throw unknown();
    }

    private static Refused unknown() {
        return new Refused(Problem.of(
                404, "projection.unknown", "There is no such projection. The list: GET /api/v1/projections."));
    }
}
