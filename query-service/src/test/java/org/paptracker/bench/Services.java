package org.paptracker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Both services as {@code ./run --no-build} starts them, with its flags, as processes of their own, on free ports. The
 * command-service has the embedded store.
 */
final class Services implements AutoCloseable {
    private static final String READINESS = "/actuator/health/readiness";
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Process script;
    private final Path output;
    private final List<Integer> ports;
    private final ProcessHandle commandProcess;
    private final ProcessHandle queryProcess;
    private final double secondsToReady;

    private Services(Path data, String plan, String dataset) throws IOException, InterruptedException {
        Files.createDirectories(data);
        output = Files.createTempFile(data, "run", ".txt");
        ports = freePorts(3);
        ProcessBuilder builder = new ProcessBuilder("./run", "--no-build")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PAP_"));
        builder.environment().put("PAP_DATA", data.toString());
        builder.environment().put("PAP_DATASET", dataset);
        builder.environment().put("PAP_HOME_PLANS", plan);
        builder.environment().put("PAP_LOCAL_PASSWORD", Caller.PASSWORD);
        builder.environment().put("PAP_RATE_LIMIT", "0"); // one caller, as fast as can be
        builder.environment().put("PAP_COMMAND_PORT", ports.get(0).toString());
        builder.environment().put("PAP_QUERY_PORT", ports.get(1).toString());
        builder.environment().put("PAP_STORE_PORT", ports.get(2).toString());
        script = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        commandProcess = started("app/command-service.jar");
        long start = System.nanoTime();
        queryProcess = started("app/query-service.jar");
        awaitReady(commands());
        awaitReady(queries());
        secondsToReady = Load.seconds(start);
    }

    /**
     * Returns once both say that they are ready; the views may still have to be made.
     *
     * @param plan the one that the local users work on
     */
    static Services start(Path data, String plan) throws IOException, InterruptedException {
        return new Services(data, plan, "none");
    }

    /** The same, with the data set that is shipped; the first start in a directory loads it. */
    static Services oxfordshire(Path data) throws IOException, InterruptedException {
        return new Services(data, "oxfordshire-pap", "oxfordshire");
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        List<Integer> ports = new ArrayList<>();
        for (ServerSocket socket : sockets) {
            ports.add(socket.getLocalPort());
            socket.close();
        }
        return ports;
    }

    private ProcessHandle started(String jar) throws InterruptedException {
        while (true) {
            Optional<ProcessHandle> found = script.descendants()
                    .filter(each -> each.info().commandLine().orElse("").contains(jar))
                    .findFirst();
            if (found.isPresent()) return found.get();
            lookAgain();
        }
    }

    private void awaitReady(String service) throws InterruptedException {
        Caller anybody = Caller.anonymous(service);
        while (true) {
            try {
                if (anybody.ask(READINESS).statusCode() == 200) return;
            } catch (IOException e) {
                // it does not listen yet
            }
            lookAgain();
        }
    }

    /** Another process can tell nobody what it has come to. */
    private void lookAgain() throws InterruptedException {
        if (script.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) throw new IllegalStateException(said());
    }

    private String said() {
        try {
            return "./run has ended: " + Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String commands() {
        return "http://127.0.0.1:" + ports.get(0);
    }

    String queries() {
        return "http://127.0.0.1:" + ports.get(1);
    }

    /** URI of the embedded store, without a database. */
    String store() {
        return "mongodb://127.0.0.1:" + ports.get(2);
    }

    /** From when the first of the two processes was there until both were ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    ProcessHandle commandProcess() {
        return commandProcess;
    }

    ProcessHandle queryProcess() {
        return queryProcess;
    }

    /** Resident memory in MiB; by Linux, which is where the services run. */
    static double resident(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    private void end() {
        script.destroy();
        script.onExit().join();
    }

    @Override
    public void close() {
        end();
    }
}
