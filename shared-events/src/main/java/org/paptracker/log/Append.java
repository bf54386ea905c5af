package org.paptracker.log;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What one unit of work asks the log to append at once, and what becomes of it. */
final class Append {
    private final List<Commit.Entry> entries;
    private final Map<String, Document> texts;
    private final long size;
    private final @Nullable String request;
    private final @Nullable String digest;
    private final @Nullable StreamsRead reads;
    private final Set<String> keys;
    private final CountDownLatch told = new CountDownLatch(1);

    private volatile @Nullable Commit appended;
    private volatile @Nullable Throwable failure;

    /**
     * @param size in bytes, about
     * @param request under whose key it is appended once
     * @param reads what it rests on; null if on nothing
     */
    Append(
            List<Commit.Entry> entries,
            Map<String, Document> texts,
            long size,
            @Nullable String request,
            @Nullable String digest,
            @Nullable StreamsRead reads) {
        this.entries = entries;
        this.texts = texts;
        this.size = size;
        this.request = request;
        this.digest = digest;
        this.reads = reads;
        keys = new HashSet<>(Commit.alikeKeys(entries));
        for (Commit.Entry entry : entries) if (entry.key() != null) keys.add(String.valueOf(entry.key()));
        if (request != null) keys.add(Commit.requestKey(request));
    }

    List<Commit.Entry> entries() {
        return entries;
    }

    Map<String, Document> texts() {
        return texts;
    }

    long size() {
        return size;
    }

    @Nullable
    String request() {
        return request;
    }

    @Nullable
    String digest() {
        return digest;
    }

    @Nullable
    StreamsRead reads() {
        return reads;
    }

    /** By which the store refuses it if they are taken. */
    Set<String> keys() {
        return keys;
    }

    /** Whether a commit is this very one. */
    boolean is(Commit commit) {
        return commit.entries().get(0).id().equals(entries.get(0).id());
    }

    void succeed(Commit commit) {
        appended = commit;
        told.countDown();
    }

    void fail(Throwable why) {
        failure = why;
        told.countDown();
    }

    /** Wakes its writer, who finds it still open and sees to it. */
    void lead() {
        told.countDown();
    }

    boolean isOpen() {
        return appended == null && failure == null;
    }

    boolean isTold() {
        return told.getCount() == 0;
    }

    /** Whether its writer was told something within that time. */
    boolean awaitTold(long seconds) throws InterruptedException {
        return told.await(seconds, TimeUnit.SECONDS);
    }

    /** What was appended, or throws what kept it from being so. */
    Commit outcome() {
        Throwable why = failure;
        if (why instanceof RuntimeException known) throw known;
        if (why instanceof Error known) throw known;
        Commit commit = appended;
        if (commit == null) throw new IllegalStateException("It is still open");
        return commit;
    }
}
