package org.paptracker.command.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.paptracker.command.platform.guard.LabelledSet.Line;
import org.paptracker.values.guard.PersonalDataKind;

/** How often the guard is right about texts whose label is known. */
final class Scores {
    private Scores() {}

    /**
     * @param texts that hold what was looked for
     * @param found of these
     * @param alarms for nothing: on texts that don't hold it
     */
    record Score(int texts, int found, int alarms) {
        double recall() {
            return texts == 0 ? 1 : (double) found / texts;
        }

        double precision() {
            return found + alarms == 0 ? 1 : (double) found / (found + alarms);
        }

        Score plus(Score other) {
            return new Score(texts + other.texts, found + other.found, alarms + other.alarms);
        }
    }

    static Score of(PersonalDataKind kind, List<Line> lines, Function<String, Set<PersonalDataKind>> guard) {
        int texts = 0;
        int found = 0;
        int alarms = 0;
        for (Line line : lines) {
            boolean holds = line.label().filter(kind::equals).isPresent();
            boolean hit = guard.apply(line.text()).contains(kind);
            if (holds) texts++;
            if (holds && hit) found++;
            if (!holds && hit) alarms++;
        }
        return new Score(texts, found, alarms);
    }

    static Score initials(List<Line> lines) {
        int texts = 0;
        int found = 0;
        int alarms = 0;
        for (Line line : lines) {
            boolean warned = !PersonalData.warningsIn(line.text()).isEmpty();
            if (line.initials()) texts++;
            if (line.initials() && warned) found++;
            if (!line.initials() && warned) alarms++;
        }
        return new Score(texts, found, alarms);
    }

    static Score overall(List<Line> lines, Function<String, Set<PersonalDataKind>> guard) {
        Score sum = new Score(0, 0, 0);
        for (PersonalDataKind kind : PersonalDataKind.values()) sum = sum.plus(of(kind, lines, guard));
        return sum;
    }

    /** Of the harmless texts, those on which it raises any alarm. */
    static List<String> alarming(List<Line> lines, Function<String, Set<PersonalDataKind>> guard) {
        return lines.stream()
                .filter(Line::isHarmless)
                .map(Line::text)
                .filter(text -> !guard.apply(text).isEmpty())
                .toList();
    }

    /** As docs/guard.md has it. */
    static String table(List<Line> lines, Function<String, Set<PersonalDataKind>> guard) {
        List<String> rows = new ArrayList<>();
        rows.add("| kind | texts | found | false alarms | recall | precision |");
        rows.add("|---|---|---|---|---|---|");
        for (PersonalDataKind kind : PersonalDataKind.values()) rows.add(row(kind.inWords(), of(kind, lines, guard)));
        rows.add(row("all", overall(lines, guard)));
        return String.join("\n", rows);
    }

    /** Its last row: what is only warned of does not count among what is refused. */
    static String warnings(List<Line> lines) {
        return row(WarningKind.INITIALS_WITH_AGE_AND_CONDITION.inWords() + " (a warning)", initials(lines));
    }

    private static String row(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f %% | %.1f %% |",
                name,
                score.texts(),
                score.found(),
                score.alarms(),
                100 * score.recall(),
                100 * score.precision());
    }
}
