package org.paptracker.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.EmbeddedMongo;

/** The embedded store in a process of its own, where both services take it for a MongoDB. */
final class StoreProcess implements AutoCloseable {
    private final Path directory;
    private final int port;
    private @Nullable Process process;

    StoreProcess(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** The process itself: directory, port. */
    public static void main(String[] arguments) throws InterruptedException {
        try (EmbeddedMongo store = EmbeddedMongo.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println(store.connectionString());
            new CountDownLatch(1).await(); // until it is killed
        }
    }

    StoreProcess start() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        Awaitility.await("store").atMost(Duration.ofMinutes(1)).until(() -> listens() || !started.isAlive());
        if (!started.isAlive()) throw new AssertionError("The store ended by itself");
        return this;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Like {@code kill -9}; returns once it is dead. */
    void kill() throws InterruptedException {
        if (process == null) return;
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
