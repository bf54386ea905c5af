package org.paptracker.whole;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;

/** What the tests of faults and of strange requests have counted; {@code ./verify} adds it up and prints it. */
public final class Tally {
    /** Tests of this kind have a short form of seconds, and a long one of many more rounds: {@code ./verify --long}. */
    public static final boolean LONG = Boolean.getBoolean("pap.long");

    static final String KILLS = "kills";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String FOUND = "found";
    static final String LOST = "lost";
    static final String FUZZED = "requests-fuzzed";
    static final String SERVER_ERRORS = "5xx";

    private final Properties counts = new Properties();

    /** What chance is made from: another one each day, which can be had again by {@code -Dpap.seed}. */
    public static long seed() {
        return Long.getLong("pap.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());
    }

    Tally with(String what, long count) {
        counts.setProperty(what, Long.toString(count));
        return this;
    }

    /** @param test whose counts these are; an earlier tally of the same test is replaced */
    void write(String test) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "tally"));
        try (Writer file = Files.newBufferedWriter(directory.resolve(test + ".properties"))) {
            counts.store(file, null);
        }
    }
}
