package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.paptracker.log.CommitProof.Trusted;
import org.paptracker.log.KnownLog.Fact;
import org.paptracker.signing.KeyFile;
import org.paptracker.signing.KeyUnusable;
import org.paptracker.signing.SigningKey;
import org.paptracker.signing.VerifierKey;

/**
 * Which keys may have signed the log's commits, and up to where the log is from before there were any. Settings say so,
 * or files in the data directory; never the store.
 *
 * @param signingKey of the command-service; empty for the one in the directory
 * @param keys the public ones, between blanks; empty for those in the directory
 * @param unsignedUpTo a position; empty for what the directory knows
 * @param onMongoDb whether there is a store that several machines share: then no key is made here
 */
public record CommitKeys(String signingKey, String keys, String unsignedUpTo, Path directory, boolean onMongoDb) {
    static final KeyFile SIGNING = new KeyFile("commit-signing-key", "PAP_COMMIT_SIGNING_KEY");
    static final String PUBLIC = "commit-keys";
    private static final String PUBLIC_SETTING = "PAP_COMMIT_KEYS";
    private static final String UNSIGNED_SETTING = "PAP_UNSIGNED_UP_TO";

    /** Those in a data directory. */
    public static CommitKeys in(Path directory) {
        return new CommitKeys("", "", "", directory, false);
    }

    /** For a command-service, which makes what is missing. */
    public CommitProof signing(MongoDatabase log) {
        SigningKey key = signingKey(log);
        requireKnownStart(log);
        return CommitProof.signing(key, this::trusted);
    }

    /** For a service that only reads. */
    public CommitProof reading() {
        if (onMongoDb && keys.isEmpty() && !Files.exists(publicFile())) {
            throw new KeyUnusable(
                    PUBLIC_SETTING + " is not set",
                    "On MongoDB the key has to be given that commits are checked with: the public half of "
                            + SIGNING.setting() + ".",
                    null);
        }
        return CommitProof.reading(this::trusted);
    }

    /**
     * Looks at what is set, and at nothing else.
     *
     * @throws KeyUnusable if it is no key, or no position
     */
    public void check() {
        if (!signingKey.isEmpty()) {
            var unused = SIGNING.given(signingKey);
        }
        given().forEach(CommitKeys::verifier);
        if (!unsignedUpTo.isEmpty()) {
            var unused = upTo();
        }
    }

    private SigningKey signingKey(MongoDatabase log) {
        if (!signingKey.isEmpty()) return SIGNING.given(signingKey);
        if (!SIGNING.isIn(directory)) {
            if (onMongoDb) throw SIGNING.missing("signs commits");
            if (!Files.exists(publicFile())) rememberStart(log);
        }
        SigningKey key = SIGNING.in(directory);
        publish(key.verifier());
        return key;
    }

    /** At the first start with a version that signs, before the key is there: what is in the log now has no signatures. */
    private void rememberStart(MongoDatabase log) {
        CommitStore store = new CommitStore(log, CommitProof.UNASKED);
        Commit last = store.last().orElse(null);
        if (last != null && last.signature() != null) {
            throw new KeyUnusable(
                    "The log's commits are signed, and " + directory + " has none of the keys they were signed with",
                    "Start in the directory that belongs to this log, or put back its files " + SIGNING.file() + " and "
                            + PUBLIC + " from a backup.",
                    null);
        }
        new KnownLog(directory).write(Fact.UNSIGNED_UP_TO, String.valueOf(last == null ? 0 : last.position()));
    }

    /** A log from before is noticed at the start, not at the first command. */
    private void requireKnownStart(MongoDatabase log) {
        Commit first = new CommitStore(log, CommitProof.UNASKED).endingFrom(1).orElse(null);
        if (first == null || first.signature() != null || trusted().unsignedUpTo() > 0) return;
        throw new KeyUnusable(
                "The log begins with commits that bear no signature, and nothing says that it is from before commits were"
                        + " signed",
                "If it is, verify it with the version that wrote it. Then set " + UNSIGNED_SETTING
                        + " to its last position, on both services.",
                null);
    }

    private Path publicFile() {
        return directory.resolve(PUBLIC);
    }

    /** Beside those of earlier keys, which have signed what is in the log. */
    private void publish(VerifierKey key) {
        try {
            List<String> known = lines();
            if (known.contains(key.toString())) return;
            Files.writeString(publicFile(), key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new KeyUnusable(
                    "The file " + publicFile() + " can't be read or written",
                    "Let the service read and write the data directory.",
                    e);
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(publicFile()) ? Files.readAllLines(publicFile()) : List.of();
    }

    private Trusted trusted() {
        return new Trusted(publicKeys(), upTo());
    }

    private List<VerifierKey> publicKeys() {
        List<String> texts = new ArrayList<>(given());
        try {
            texts.addAll(lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(CommitKeys::verifier)
                .toList();
    }

    private List<String> given() {
        return keys.isBlank() ? List.of() : List.of(keys.strip().split("\\s+"));
    }

    private static VerifierKey verifier(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable(
                    "\"" + PUBLIC_SETTING + "\" or the file \"" + PUBLIC + "\" holds what is no key",
                    "A key has the form name+id+base64. Copy it again, in full.",
                    e);
        }
    }

    private long upTo() {
        String position = unsignedUpTo.isEmpty()
                ? new KnownLog(directory).read(Fact.UNSIGNED_UP_TO).orElse("0")
                : unsignedUpTo;
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw new KeyUnusable(
                    UNSIGNED_SETTING + " is not a position", "Set it to a number, or leave it out.", null);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CommitKeys[" + directory + "]";
    }
}
