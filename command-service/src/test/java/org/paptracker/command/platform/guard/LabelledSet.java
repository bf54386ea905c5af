package org.paptracker.command.platform.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paptracker.values.guard.PersonalDataKind;

/**
 * Texts of which somebody has said what they hold. Of the first of them, a third was not looked at while the detectors were
 * tuned. Strangers wrote others, and nobody who tuned had seen those.
 */
final class LabelledSet {
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final String ALL_FOR_TUNING = "# From here on";
    private static final String INITIALS = "INITIALS";
    private static final int ONE_IN = 3;

    private LabelledSet() {}

    /**
     * @param label empty if there is nothing to refuse
     * @param initials whether there is something to warn of
     */
    record Line(Optional<PersonalDataKind> label, boolean initials, String text, boolean isHeldOut) {
        boolean isHarmless() {
            return label.isEmpty() && !initials;
        }
    }

    static List<Line> read() {
        String all = content("/guard/labelled.tsv");
        int tuning = all.indexOf(ALL_FOR_TUNING);
        return Stream.concat(
                        lines(all.substring(0, tuning), text -> Math.floorMod(text.hashCode(), ONE_IN) == 0),
                        lines(all.substring(tuning), text -> false))
                .toList();
    }

    static List<Line> strangers() {
        return lines(content("/guard/strangers.tsv"), text -> true).toList();
    }

    private static String content(String name) {
        try (InputStream file = Objects.requireNonNull(LabelledSet.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Line> lines(String content, Predicate<String> isHeldOut) {
        return content.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line(line, isHeldOut));
    }

    private static Line line(String line, Predicate<String> isHeldOut) {
        String[] parts = line.split("\t", 2);
        boolean refused = !parts[0].equals("harmless") && !parts[0].equals(INITIALS);
        String text = CHARACTER
                .matcher(parts[1])
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return new Line(
                refused ? Optional.of(PersonalDataKind.valueOf(parts[0])) : Optional.empty(),
                parts[0].equals(INITIALS),
                text,
                isHeldOut.test(text));
    }
}
