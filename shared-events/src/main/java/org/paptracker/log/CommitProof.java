package org.paptracker.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.paptracker.signing.SigningKey;
import org.paptracker.signing.VerifierKey;

/**
 * Commits are signed here, and here everybody asks whether a command-service decided what lies in the store. Write access
 * to the store is not enough to sign. ADR 26.
 */
public final class CommitProof {
    /** Whatever lies in the store is taken: for looking at it as it lies there, and for logs that nobody signs. */
    public static final CommitProof UNASKED = new CommitProof(null, () -> new Trusted(List.of(), Long.MAX_VALUE));

    /** So many commits are known to be proven, and only hashed when they are met again. Some 3 MB. */
    private static final int MOST_KNOWN = 20_000;

    /**
     * @param keys that commits may be signed with
     * @param unsignedUpTo the position up to which commits are from before commits were signed
     */
    public record Trusted(List<VerifierKey> keys, long unsignedUpTo) {}

    private final @Nullable SigningKey signer;
    private final Supplier<Trusted> source;
    private volatile Trusted trusted;
    private final AtomicReference<@Nullable UnprovenCommit> refused = new AtomicReference<>();

    /** The digests of proven commits, by position. */
    private final Map<Long, byte[]> proven = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private CommitProof(@Nullable SigningKey signer, Supplier<Trusted> source) {
        this.signer = signer;
        this.source = source;
        trusted = source.get();
    }

    /** For a command-service. */
    public static CommitProof signing(SigningKey signer, Supplier<Trusted> source) {
        return new CommitProof(signer, () -> {
            Trusted read = source.get();
            List<VerifierKey> keys = new ArrayList<>(read.keys());
            keys.add(signer.verifier());
            return new Trusted(List.copyOf(keys), read.unsignedUpTo());
        });
    }

    /** @param source asked again if a commit does not pass: the other service may have made its key since */
    public static CommitProof reading(Supplier<Trusted> source) {
        return new CommitProof(null, source);
    }

    /** Whether commits have to be proven. */
    boolean isAsked() {
        return this != UNASKED;
    }

    /** With a signature, if this is a service that signs. */
    Commit signed(Commit commit) {
        if (signer == null) return commit;
        byte[] digest = CommitStatement.digest(commit);
        byte[] signature = signer.sign(CommitStatement.message(digest));
        byte[] id = signer.verifier().idBytes();
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        know(commit.position(), digest);
        return commit.with(new Binary(both));
    }

    /** @throws UnprovenCommit if it is not proven */
    Commit required(Commit commit) {
        String flaw = flaw(commit);
        if (flaw == null) {
            refused.updateAndGet(last -> last != null && commit.holds(last.position()) ? null : last);
            return commit;
        }
        UnprovenCommit unproven = new UnprovenCommit(commit, flaw);
        refused.updateAndGet(last -> last != null && last.position() <= unproven.position() ? last : unproven);
        throw unproven;
    }

    /** The first commit that was refused here and has not been put right since. */
    public Optional<UnprovenCommit> refused() {
        return Optional.ofNullable(refused.get());
    }

    /** What is wrong with a commit, in a sentence; null if it is proven. */
    @Nullable
    String flaw(Commit commit) {
        if (!isAsked()) return null;
        String flaw = flaw(commit, trusted);
        if (flaw == null) return null;
        trusted = source.get();
        flaw = flaw(commit, trusted);
        if (flaw == null) return null;
        String of = commit.first() == commit.position()
                ? "entry " + commit.first()
                : "entries %d to %d".formatted(commit.first(), commit.position());
        return "The commit of " + of + " " + flaw + ".";
    }

    private @Nullable String flaw(Commit commit, Trusted by) {
        if (!commit.isFindable()) return "can't be found by its streams: its keys were changed";
        Binary signature = commit.signature();
        if (signature == null) {
            return commit.position() <= by.unsignedUpTo() ? null : "bears no signature of a command-service";
        }
        byte[] digest = digest(commit);
        if (digest == null) return "can't be read";
        if (isKnown(commit.position(), digest)) return null;
        byte[] both = signature.getData();
        for (VerifierKey key : by.keys()) {
            byte[] id = key.idBytes();
            if (both.length <= id.length || !Arrays.equals(id, 0, id.length, both, 0, id.length)) continue;
            byte[] alone = Arrays.copyOfRange(both, id.length, both.length);
            if (!key.isSignatureOf(CommitStatement.message(digest), alone)) {
                return "bears a signature that is not for what it says";
            }
            know(commit.position(), digest);
            return null;
        }
        return "is signed with a key that is not known here";
    }

    /** Null if something is not there that every entry has. */
    private static byte @Nullable [] digest(Commit commit) {
        try {
            return CommitStatement.digest(commit);
        } catch (NullPointerException e) {
            return null;
        }
    }

    private void know(long position, byte[] digest) {
        synchronized (proven) {
            proven.put(position, digest);
        }
    }

    private boolean isKnown(long position, byte[] digest) {
        synchronized (proven) {
            return Arrays.equals(proven.get(position), digest);
        }
    }
}
