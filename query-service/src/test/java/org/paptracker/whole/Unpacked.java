package org.paptracker.whole;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The services taken apart where {@code ./run} has them, because that starts faster. Tests run in two processes, and
 * one must not unpack what the other has just started: the one that holds the lock looks first.
 */
final class Unpacked {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Unpacked() {}

    static synchronized Path jar(String service) throws IOException, InterruptedException {
        Path target = Started.REPOSITORY.resolve(service).resolve("target");
        Path packed = target.resolve(service + ".jar");
        Path app = target.resolve("app");
        Path done = app.resolve("unpacked");
        try (FileChannel channel = FileChannel.open(
                target.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // let go with the channel
            if (!isOf(packed, done)) {
                unpack(packed, app);
                Files.write(done, new byte[0]);
            }
        }
        return app.resolve(service + ".jar");
    }

    /** Every build dates its jar alike, so what counts is when the jar was put there. */
    private static boolean isOf(Path packed, Path done) throws IOException {
        FileTime put = (FileTime) Files.getAttribute(packed, "unix:ctime");
        return Files.exists(done) && Files.getLastModifiedTime(done).compareTo(put) >= 0;
    }

    private static void unpack(Path packed, Path directory) throws IOException, InterruptedException {
        Process unpacking = new ProcessBuilder(List.of(
                        JAVA.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (unpacking.waitFor() != 0) throw new IOException("Can't unpack " + packed);
    }
}
