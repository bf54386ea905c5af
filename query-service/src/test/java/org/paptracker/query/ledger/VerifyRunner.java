package org.paptracker.query.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The verifier's one source file, compiled by itself, and run on files of a folder. */
final class VerifyRunner {
    static final Path SOURCE = Path.of("src/main/resources/verifier/Verify.java");

    private final Path folder;
    private final Method run;

    /** What it printed, without the folder, and its exit code. */
    record Said(int code, String text) {
        List<String> sentences() {
            return text.lines().filter(line -> !line.isEmpty()).toList();
        }
    }

    VerifyRunner(Path folder) throws IOException, ReflectiveOperationException {
        this.folder = folder;
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        complaints,
                        complaints,
                        "-Xlint:all",
                        "-Werror",
                        "--release",
                        "17",
                        "-encoding",
                        "US-ASCII",
                        "-proc:none",
                        "-classpath",
                        classes.toString(),
                        "-d",
                        classes.toString(),
                        SOURCE.toString());
        if (code != 0) throw new AssertionError(complaints.toString(StandardCharsets.UTF_8));
        // Its parent is the platform: whatever it needed beyond the JDK would not be found.
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        run = loader.loadClass("Verify").getDeclaredMethod("run", PrintStream.class, String[].class);
        run.setAccessible(true);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    Said run(String... files) throws ReflectiveOperationException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] paths = Stream.of(files).map(this::path).toArray(String[]::new);
        int code = (int) run.invoke(null, new PrintStream(said, true, StandardCharsets.UTF_8), paths);
        return new Said(code, withoutFolder(said.toString(StandardCharsets.UTF_8)));
    }

    String path(String file) {
        return file.startsWith("-") ? file : folder.resolve(file).toString();
    }

    String withoutFolder(String text) {
        return text.replace(folder.toString() + folder.getFileSystem().getSeparator(), "");
    }
}
