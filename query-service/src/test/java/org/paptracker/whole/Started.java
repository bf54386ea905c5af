package org.paptracker.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A command of the repository as a person starts it, and what it prints. */
final class Started implements AutoCloseable {
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Started command(Path directory, Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile(directory, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(REPOSITORY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Started(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both services, as they were built. */
    static Started services(Path directory, Map<String, String> environment) {
        try {
            for (String service : List.of("command-service", "query-service")) Unpacked.jar(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return command(directory, environment, "./run", "--no-build");
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Started awaitLine(String line, Duration most) {
        Awaitility.await(line)
                .atMost(most)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> output().lines().anyMatch(line::equals) || !process.isAlive());
        if (output().lines().noneMatch(line::equals))
            throw new AssertionError("Ended without \"" + line + "\":\n" + output());
        return this;
    }

    /** Its exit code. */
    int await(Duration most) {
        try {
            if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Still running after " + most + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Ctrl-C does, but by TERM. */
    int stop() {
        process.destroy();
        return await(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
