package org.paptracker.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM of its own, and what it says on its standard output: whole lines only, each ended by a full stop. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Thread listener;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private Child(Process process, Consumer<String> onLine) {
        this.process = process;
        listener = new Thread(() -> listen(onLine), "child-" + process.pid());
        listener.start();
    }

    static Child start(Class<?> main, Object... arguments) throws IOException {
        return start(line -> {}, main, arguments);
    }

    static Child start(Consumer<String> onLine, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1", // for a short life
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) command.add(argument.toString());
        return new Child(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start(),
                onLine);
    }

    /** To the parent, at once. */
    static void say(String line) {
        System.out.print(line + " .\n");
        System.out.flush();
    }

    private void listen(Consumer<String> onLine) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.endsWith(" .")) continue; // cut off by its death
                String said = line.substring(0, line.length() - 2);
                lines.add(said);
                onLine.accept(said);
            }
        } catch (IOException e) {
            // its end
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly(); // SIGKILL
        process.waitFor();
        listener.join();
    }

    void finish() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) throw new IllegalStateException("Still running");
        listener.join();
        if (process.exitValue() != 0) throw new IllegalStateException("Exit code " + process.exitValue());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** First event's id by the position of its commit, as acknowledged. */
    Map<Long, String> acknowledged() {
        Map<Long, String> acknowledged = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("appended")) acknowledged.put(Long.valueOf(words[1]), words[2]);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
