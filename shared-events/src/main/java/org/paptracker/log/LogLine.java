package org.paptracker.log;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import tools.jackson.core.JacksonException;

/**
 * An entry of the log as it lies there, not decoded. An entry whose name nobody knows any more, or whose payload nobody
 * can read, has its line like any other. ADR 14.
 */
public final class LogLine {
    /** Always three digits of a second, whatever they are. */
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final long position;
    private final Commit commit;
    private final Commit.Entry entry;
    private final CommitProof proof;

    LogLine(long position, Commit commit) {
        this(position, commit, CommitProof.UNASKED);
    }

    LogLine(long position, Commit commit, CommitProof proof) {
        this.position = position;
        this.commit = commit;
        this.proof = proof;
        entry = commit.at(position);
    }

    public long position() {
        return position;
    }

    /** Position of the first event of the commit that holds this one. */
    public long committedFrom() {
        return commit.first();
    }

    /** Position of the last event of the commit that holds this one. */
    public long committedTo() {
        return commit.position();
    }

    /** What is wrong with the proof that a command-service decided its commit, in a sentence; null if nothing is. */
    public @Nullable String flaw() {
        return proof.flaw(commit);
    }

    void requireProof() {
        proof.required(commit);
    }

    /** The name that the event was recorded under, known or not. */
    public String type() {
        return entry.type();
    }

    /** As stored: digests stand in place of erasable texts. */
    public String payload() {
        return entry.payload();
    }

    /**
     * The line of the export, without its newline. Its bytes in UTF-8 never change for a recorded event: hashes over them
     * are in the hands of reviewers. Approved files hold some.
     */
    public String json() {
        StringBuilder line = new StringBuilder(
                250 + entry.payload().length() + entry.metadata().length());
        line.append("{\"position\":").append(position).append(",\"id\":");
        quote(entry.id(), line);
        line.append(",\"recordedAt\":\"").append(INSTANT.format(commit.recordedAt()));
        line.append("\",\"stream\":");
        quote(entry.stream(), line);
        line.append(",\"sequence\":").append(entry.sequence()).append(",\"type\":");
        quote(entry.type(), line);
        line.append(",\"revision\":");
        quote(entry.revision(), line);
        line.append(",\"payload\":").append(entry.payload());
        line.append(",\"metadata\":").append(entry.metadata()).append('}');
        return line.toString();
    }

    /** {@link #json()} in UTF-8. */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /** Our own, because no library promises that its escapes stay as they are. */
    private static void quote(@Nullable String text, StringBuilder line) {
        if (text == null) {
            line.append("null");
            return;
        }
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') line.append('\\').append(c);
            else if (c < ' ') line.append("\\u%04x".formatted((int) c));
            else line.append(c);
        }
        line.append('"');
    }

    /**
     * What an entry says by digest only, and what of it is kept beside it.
     *
     * @param field its path in the payload; {@code metadata.source} for what the metadata holds
     * @param salt base64; null if it is not kept
     * @param text null if it is not kept
     * @param redactedOn the day on which it was erased, as the store has it; null if it is kept, or gone without a word
     * @param ground why it was erased, as the store has it; null as {@code redactedOn}
     */
    public record Commitment(
            String field,
            String digest,
            @Nullable String salt,
            @Nullable String text,
            @Nullable String redactedOn,
            @Nullable String ground) {
        public boolean isKept() {
            return text != null;
        }

        /** Whether salt and text are what the digest was made from; false if one of them is not kept. */
        public boolean isGenuine() {
            if (salt == null || text == null) return false;
            try {
                return new ErasableText(digest, salt, text, null).isGenuine();
            } catch (IllegalArgumentException e) { // a salt that is no base64
                return false;
            }
        }
    }

    /** In the entry's order; empty if it is no JSON, for then nothing can be said by digest in it. */
    public List<Commitment> commitments() {
        List<Commitment> commitments = new ArrayList<>();
        for (Map.Entry<String, String> field : digests().entrySet()) {
            String digest = field.getValue();
            Document shadow = commit.texts().getOrDefault(digest, new Document());
            Document redaction = shadow.get("redaction") instanceof Document why ? why : new Document();
            commitments.add(new Commitment(
                    field.getKey(),
                    digest,
                    text(shadow, "salt"),
                    text(shadow, "text"),
                    text(redaction, "on"),
                    text(redaction, "ground")));
        }
        return commitments;
    }

    private Map<String, String> digests() {
        try {
            return ErasableTexts.commitments(entry);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static @Nullable String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : null;
    }
}
