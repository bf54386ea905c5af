package org.paptracker.whole;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real file system that is soon full, where the machine lets this process make one. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Skips the test, with a word to readers of the report, where none can be made. */
    static SmallDisk at(Path place, String options) throws IOException {
        Files.createDirectories(place);
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()),
                "No file system of its own can be mounted here; DurableBackendTest does the same with a disk that"
                        + " plays full");
        return new SmallDisk(place);
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) { // there is no such command
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean remount(String options) {
        return run("mount", "-o", "remount," + options, place.toString());
    }

    /** To the last byte. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) filler.write(block);
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space")) throw e;
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return place.resolve("filler");
    }

    Path place() {
        return place;
    }

    @Override
    public void close() {
        run("umount", "--lazy", place.toString()); // a process killed a moment ago may still hold it
    }
}
