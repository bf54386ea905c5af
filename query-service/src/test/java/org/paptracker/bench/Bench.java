package org.paptracker.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paptracker.values.London;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what must not get slow, and prints one table. Times vary from machine to machine, so each measure stands beside
 * another of the same run. Run by {@code ./bench}.
 */
public final class Bench {
    private interface Part {
        List<Row> measure(Scale scale) throws Exception;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("append", Append::measure);
        PARTS.put("command", Commands::measure);
        PARTS.put("views", Views::measure);
        PARTS.put("questions", Questions::measure);
        PARTS.put("growth", Growing::measure);
        PARTS.put("start", Starting::measure);
        PARTS.put("nation", Nation::measure);
    }

    private Bench() {}

    /** @param arguments {@code --short} perhaps, then names of parts; none for all of them */
    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        List<String> asked = new ArrayList<>(List.of(arguments));
        boolean isShort = asked.remove("--short");
        if (asked.isEmpty()) asked.addAll(PARTS.keySet());
        if (!PARTS.keySet().containsAll(asked)) throw new IllegalArgumentException("Parts are " + PARTS.keySet());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(machine());
        if (isShort) out.println("In short: enough to see that all of it can be measured. The figures say little.");
        List<Row> rows = new ArrayList<>();
        boolean isWhole = true;
        for (String part : asked) isWhole &= measured(part, isShort, rows);
        out.println();
        out.print(Table.of(rows));
        System.exit(isWhole ? 0 : 1);
    }

    /** Whether it could be; what could not be measured leaves the other rows as they are. */
    private static boolean measured(String part, boolean isShort, List<Row> rows) throws IOException {
        Path directory = Files.createTempDirectory("bench");
        long start = System.nanoTime();
        Scale.note("measuring " + part);
        try {
            List<Row> found = PARTS.get(part).measure(new Scale(isShort, directory));
            rows.addAll(found);
            Scale.note(String.format(
                    Locale.ROOT, "measured %s in %.0f s%n%s", part, Load.seconds(start), Table.of(found)));
            FileSystemUtils.deleteRecursively(directory);
            return true;
        } catch (Exception | Error e) { // else what it has started would keep this process
            Scale.note("could not measure " + part + "; what was written lies in " + directory);
            e.printStackTrace();
            return false;
        }
    }

    private static String machine() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s: %s, %d cores, %.0f GiB, %s %s, Java %s; load before: %.1f",
                LocalDate.now(London.ZONE),
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / Math.pow(2, 30),
                system.getName(),
                system.getArch(),
                System.getProperty("java.version"),
                system.getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (!Files.exists(known)) return "some processor";
        return Files.readAllLines(known).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("some processor");
    }
}
