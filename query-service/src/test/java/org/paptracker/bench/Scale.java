package org.paptracker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much is measured, and where it lies meanwhile.
 *
 * @param isShort only to try whether all can be measured: the figures say little
 * @param directory in which everything is kept that is measured
 */
record Scale(boolean isShort, Path directory) {
    int of(int inFull, int inShort) {
        return isShort ? inShort : inFull;
    }

    double of(double inFull, double inShort) {
        return isShort ? inShort : inFull;
    }

    /** How long a round of a question is that takes milliseconds. */
    Load.Length ofQuestions() {
        return isShort ? new Load.Length(5, 0.5) : new Load.Length(10, 2);
    }

    /** One that nobody has used yet. */
    Path fresh(String name) throws IOException {
        return Files.createTempDirectory(directory, name);
    }

    /** Tells the person who waits what is done now; the table is for what came of it. */
    static void note(String sentence) {
        System.err.println(sentence);
    }
}
