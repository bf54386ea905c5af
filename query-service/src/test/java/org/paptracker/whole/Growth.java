package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;

/** What a service holds on to, before and after it was asked many things: memory, threads, files and connections. */
final class Growth {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int MORE_THREADS = 45; // the server starts up to 50 as they are needed
    private static final int MORE_FILES = 40;
    private static final int MORE_MEBIBYTES = 64; // decoded history is kept, up to a limit

    private record Held(long heap, long threads, long files) {}

    private final String service;
    private final ProcessHandle process;
    private final HttpRequest scrape;
    private Held before = new Held(0, 0, 0);
    private Held after = new Held(0, 0, 0);

    /** @param directory of its data, which tells it from another of the same name */
    Growth(String service, Path directory, int port) {
        this.service = service;
        process = ProcessHandle.current()
                .descendants()
                .filter(candidate -> candidate
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(service + ".jar") && line.contains(directory.toString()))
                        .isPresent())
                .max(Comparator.comparing(ProcessHandle::pid))
                .orElseThrow();
        byte[] login = ("metrics:" + Oxfordshire.PASSWORD).getBytes(StandardCharsets.UTF_8);
        scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .build();
    }

    void begin() throws IOException, InterruptedException {
        before = held();
    }

    void end() throws IOException, InterruptedException {
        after = held();
    }

    void requireNone() {
        assertThat(after.heap).as("MiB of memory, " + this).isLessThan(before.heap + MORE_MEBIBYTES);
        assertThat(after.threads).as("threads, " + this).isLessThan(before.threads + MORE_THREADS);
        assertThat(after.files).as("files and connections, " + this).isLessThan(before.files + MORE_FILES);
    }

    private Held held() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        String metrics = HttpClient.newHttpClient()
                .send(scrape, HttpResponse.BodyHandlers.ofString())
                .body();
        return new Held(
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / MEBIBYTE,
                sum(metrics, "jvm_threads_live_threads"),
                sum(metrics, "process_files_open_files"));
    }

    private static long sum(String metrics, String name) {
        return (long) metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public String toString() {
        return "%s %s -> %s".formatted(service, before, after);
    }
}
