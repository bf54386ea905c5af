package org.paptracker.query.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLine.Commitment;
import tools.jackson.databind.json.JsonMapper;

/** Writes out what the log and the tree hold, some lines at a time: memory stays the same however long the log is. */
final class Export {
    static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @see org.paptracker.log.LogLines#after */
    @FunctionalInterface
    interface Lines {
        List<LogLine> after(long position, int limit);
    }

    /** @see Ledger#leaves */
    @FunctionalInterface
    interface Leaves {
        List<Hash> some(long from, long to);
    }

    private Export() {}

    /**
     * The line of each entry.
     *
     * @throws IllegalStateException if the log has not all of them
     */
    static void lines(Lines log, long from, long to, OutputStream out) throws IOException {
        each(log, from, to, out, Export::line);
    }

    /** A line for each text that an entry commits to: with its salt and words, or why they are gone. */
    static void texts(Lines log, long from, long to, OutputStream out) throws IOException {
        each(log, from, to, out, Export::texts);
    }

    /** The hash of each entry as it was recorded, a line each. */
    static void leaves(Leaves ledger, long from, long to, OutputStream out) throws IOException {
        for (long next = from; next <= to; ) {
            List<Hash> some = ledger.some(next, to);
            if (some.isEmpty()) throw new IllegalStateException("Nothing is recorded of entry " + next);
            for (Hash hash : some) write(hash.base64(), out);
            out.flush();
            next += some.size();
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write(LogLine line, OutputStream out) throws IOException;
    }

    private static void each(Lines log, long from, long to, OutputStream out, Writing writing) throws IOException {
        for (long next = from; next <= to; ) {
            List<LogLine> lines = log.after(next - 1, (int) Math.min(AT_ONCE, to - next + 1));
            if (lines.isEmpty()) throw new IllegalStateException("Entry " + next + " of the log can't be read");
            for (LogLine line : lines) {
                if (line.position() > to) return;
                writing.write(line, out);
                next = line.position() + 1;
            }
            out.flush();
        }
    }

    private static void line(LogLine line, OutputStream out) throws IOException {
        out.write(line.bytes());
        out.write('\n');
    }

    private static void texts(LogLine line, OutputStream out) throws IOException {
        for (Commitment text : line.commitments()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("position", line.position());
            fields.put("field", text.field());
            fields.put("digest", text.digest());
            put(fields, "salt", text.salt());
            put(fields, "text", text.text());
            put(fields, "redactedOn", text.redactedOn());
            put(fields, "ground", text.ground());
            write(JSON.writeValueAsString(fields), out);
        }
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) fields.put(name, value);
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
