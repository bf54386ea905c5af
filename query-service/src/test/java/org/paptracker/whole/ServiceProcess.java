package org.paptracker.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One of the services, from its jar and as {@code ./run} starts it, but so that it can be killed and started again. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration A_START = Duration.ofMinutes(2);

    private final String name;
    private final String heap;
    private final int port;
    private final Path data;
    private final Map<String, String> settings;
    private @Nullable Process process;

    private ServiceProcess(String name, String heap, int port, Path data, Map<String, String> settings) {
        this.name = name;
        this.heap = heap;
        this.port = port;
        this.data = data;
        this.settings = new HashMap<>(settings);
        this.settings.put("PAP_DATA", data.toString());
        this.settings.putIfAbsent("PAP_LOCAL_PASSWORD", Http.PASSWORD);
        this.settings.putIfAbsent("PAP_RATE_LIMIT", "0"); // a few people here work for hundreds
    }

    static ServiceProcess commands(Path data, int port, Map<String, String> settings) {
        ServiceProcess service = new ServiceProcess("command-service", "160m", port, data, settings);
        service.settings.put("PAP_COMMAND_PORT", Integer.toString(port));
        service.settings.put(RequestKey.SETTING, RequestKey.SECRET);
        return service;
    }

    static ServiceProcess queries(Path data, int port, Map<String, String> settings) {
        ServiceProcess service = new ServiceProcess("query-service", "256m", port, data, settings);
        service.settings.put("PAP_QUERY_PORT", Integer.toString(port));
        return service;
    }

    /** What it says goes elsewhere. */
    ServiceProcess withData(Path elsewhere) {
        settings.put("PAP_DATA", elsewhere.toString());
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    ServiceProcess start() throws IOException, InterruptedException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(
                        Unpacked.JAVA.toString(),
                        "-Xmx" + heap,
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-Ddisable-axoniq-console-message=true",
                        "-jar",
                        Unpacked.jar(name).toString(),
                        "--logging.file.name=" + logFile(),
                        "--logging.threshold.console=OFF")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve(name + "-" + port + ".out").toFile()));
        builder.environment().keySet().removeIf(setting -> setting.startsWith("PAP_"));
        builder.environment().put("PAP_RATE_LIMIT", "0"); // tests ask faster than people
        builder.environment().putAll(settings);
        process = builder.start();
        return this;
    }

    /** Like {@code kill -9}; returns once it is dead. */
    void kill() throws InterruptedException {
        if (process == null) return;
        process.destroyForcibly();
        process.waitFor();
    }

    /** As an operator stops it; returns once it has ended. */
    void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        process.waitFor();
    }

    ServiceProcess awaitReady() {
        Process started = process;
        if (started == null) throw new IllegalStateException("Not started");
        Awaitility.await(name)
                .atMost(A_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Http.statusOf(address() + "/actuator/health/readiness") == 200 || !started.isAlive());
        if (!started.isAlive()) throw new AssertionError("The " + name + " ended by itself:\n" + log());
        return this;
    }

    /** Leaves it at what it does for so long; it must not end by itself meanwhile. */
    void letRun(Duration time) throws InterruptedException {
        if (process != null && process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("The " + name + " ended by itself:\n" + log());
    }

    /** Its exit code, once it has ended by itself. */
    int await(Duration most) throws InterruptedException {
        if (process == null || !process.waitFor(most.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError("The " + name + " still runs:\n" + log());
        return process.exitValue();
    }

    private Path logFile() {
        return data.resolve(name + "-" + port + ".log");
    }

    /** What it has said so far, in all its lives. */
    String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
