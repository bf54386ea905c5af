package org.paptracker.query.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogLines;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The whole history, for people who check it elsewhere. Each export goes from a position to a position, both included:
 * by default from the first to the last that the ledger holds when it is asked for. With the size of a checkpoint as
 * {@code to}, it is what that checkpoint is about; {@code from} resumes after an interruption.
 */
@RestController
@RequestMapping("/api/v1/audit/export")
class ExportApi {
    private static final String NDJSON = "application/x-ndjson";

    private final LogLines log;
    private final Ledger ledger;

    ExportApi(LogLines log, Ledger ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    /** A line of JSON for each entry, the very bytes that the tree is made over. */
    @RequiresRight(Right.EXPORT_HISTORY)
    @GetMapping
    void lines(@RequestParam(defaultValue = "1") long from, @RequestParam @Nullable Long to, HttpServletResponse answer)
            throws IOException {
        long last = last(from, to);
        Export.lines(log::after, from, last, open(answer, NDJSON));
    }

    /** A line of JSON for each text that entries commit to, with its salt and words or why they are gone. */
    @RequiresRight(Right.EXPORT_HISTORY)
    @GetMapping("/texts")
    void texts(@RequestParam(defaultValue = "1") long from, @RequestParam @Nullable Long to, HttpServletResponse answer)
            throws IOException {
        long last = last(from, to);
        Export.texts(log::after, from, last, open(answer, NDJSON));
    }

    /** The hash of each entry as it was recorded: with these, a verifier can name the first entry that was changed. */
    @RequiresRight(Right.EXPORT_HISTORY)
    @GetMapping("/leaves")
    void leaves(
            @RequestParam(defaultValue = "1") long from, @RequestParam @Nullable Long to, HttpServletResponse answer)
            throws IOException {
        long last = last(from, to);
        Export.leaves(ledger::leaves, from, last, open(answer, MediaType.TEXT_PLAIN_VALUE));
    }

    private long last(long from, @Nullable Long to) {
        if (from < 1) throw new Refused(Problem.malformed("from", "must be 1 or more"));
        if (to != null && to < 0) throw new Refused(Problem.malformed("to", "must be 0 or more"));
        long size = ledger.size();
        long last = to == null ? size : to;
        if (last > size || (to == null && from > size + 1)) throw Checkpoints.beyondEnd(size);
        if (from > last + 1) throw new Refused(Problem.malformed("from", "must not be more than \"to\""));
        return last;
    }

    private static OutputStream open(HttpServletResponse answer, String type) throws IOException {
        answer.setContentType(type);
        answer.setCharacterEncoding("UTF-8");
        return answer.getOutputStream();
    }
}
