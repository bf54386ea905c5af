package org.paptracker.command.platform.imports;

import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;

/** What is wrong with a file as a whole, in a sentence that says what to do about it. */
final class Unreadable {
    private Unreadable() {}

    static Refused because(String sentence) {
        return refused("import.unreadable", sentence);
    }

    static Refused refused(String code, String sentence) {
        return new Refused(Problem.of(400, code, sentence));
    }

    static Refused hidden(String sentence) {
        return refused("import.hidden", sentence);
    }

    static Refused tooWide(int line) {
        return because(
                "Row %d of the table has more than %d columns. Please leave out those that are not to be imported."
                        .formatted(line, TableRow.MOST_COLUMNS));
    }

    static Refused tooLarge(String sentence) {
        return new Refused(Problem.of(413, "import.too-large", sentence));
    }
}
