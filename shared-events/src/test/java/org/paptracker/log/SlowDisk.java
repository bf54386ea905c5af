package org.paptracker.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that can be held up: what was written to it is not there for good until it is let go on. It can also be full, or
 * say so only when it is to keep for good what it took.
 */
public final class SlowDisk extends FilePathWrapper {
    static final String SCHEME = "slow";

    private static volatile CountDownLatch held = new CountDownLatch(0);
    private static volatile CountDownLatch asked = new CountDownLatch(0);
    private static volatile boolean full;
    private static volatile boolean fullInTheEnd;

    static void register() {
        FilePath.register(new SlowDisk());
    }

    static void hold() {
        asked = new CountDownLatch(1);
        held = new CountDownLatch(1);
    }

    /** Until somebody waits for the disk. */
    static void awaitHeld() throws InterruptedException {
        asked.await();
    }

    static void letGoOn() {
        held.countDown();
    }

    static void fill(boolean isFull) {
        full = isFull;
    }

    static void fillInTheEnd(boolean isFull) {
        fullInTheEnd = isFull;
    }

    private static void requireSpace(boolean isFull) throws IOException {
        if (isFull) throw new IOException("No space left on device");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SlowFile(super.open(mode));
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // a file channel takes care of itself
    private static final class SlowFile extends FileBase {
        private final FileChannel file;

        SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            asked.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            requireSpace(fullInTheEnd);
            file.force(metaData);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            requireSpace(full);
            return file.write(from);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            requireSpace(full);
            return file.write(from, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
