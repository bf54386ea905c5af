package org.paptracker.command.platform.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.paptracker.values.guard.PersonalDataKind;

/** Texts of which somebody has said what they hold. A third of them was not looked at while the detectors were tuned. */
final class LabelledSet {
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final int ONE_IN = 3;

    private LabelledSet() {}

    /** @param label empty if it is harmless */
    record Line(Optional<PersonalDataKind> label, String text) {
        boolean isHeldOut() {
            return Math.floorMod(text.hashCode(), ONE_IN) == 0;
        }
    }

    static List<Line> read() {
        try (InputStream file = Objects.requireNonNull(LabelledSet.class.getResourceAsStream("/guard/labelled.tsv"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LabelledSet::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String line) {
        String[] parts = line.split("\t", 2);
        Optional<PersonalDataKind> label =
                parts[0].equals("harmless") ? Optional.empty() : Optional.of(PersonalDataKind.valueOf(parts[0]));
        return new Line(
                label,
                CHARACTER
                        .matcher(parts[1])
                        .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
