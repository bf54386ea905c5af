package org.paptracker.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.paptracker.values.Sha256;

/**
 * What a signature on a commit is over: everything that the commit says for ever. Not the texts, which can be erased
 * and are bound by their digests; nor the request's digest, which goes with them. Its bytes never change. ADR 26.
 */
final class CommitStatement {
    /** So that no signature on anything else passes for one on a commit. */
    private static final byte[] DOMAIN = "paptracker commit v1\n".getBytes(StandardCharsets.US_ASCII);

    private CommitStatement() {}

    /** Of all of it. */
    static byte[] digest(Commit commit) {
        MessageDigest sha256 = Sha256.begin();
        number(commit.position(), sha256);
        number(commit.entries().size(), sha256);
        number(commit.recordedAt().toEpochMilli(), sha256);
        for (long position = commit.first(); position <= commit.position(); position++) {
            Commit.Entry entry = commit.at(position);
            bytes(new LogLine(position, commit).bytes(), sha256);
            bytes(String.valueOf(entry.streamType()).getBytes(StandardCharsets.UTF_8), sha256);
            number(entry.raisedAt().toEpochMilli(), sha256);
        }
        return sha256.digest();
    }

    /** With its length before it: no two commits make the same bytes. */
    private static void bytes(byte[] bytes, MessageDigest sha256) {
        number(bytes.length, sha256);
        sha256.update(bytes);
    }

    private static void number(long number, MessageDigest sha256) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** What is signed. */
    static byte[] message(byte[] digest) {
        return ByteBuffer.allocate(DOMAIN.length + digest.length)
                .put(DOMAIN)
                .put(digest)
                .array();
    }
}
