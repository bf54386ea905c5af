package org.paptracker.query.evidence;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceState;

/**
 * What a list of evidence is narrowed to. Each is null where it does not matter.
 *
 * @param supports type and code, {@code milestone:PA3-01.2}
 */
@FromQuery
record EvidenceFilter(
        @Nullable EvidenceLevel level,
        @Nullable EvidenceState state,
        @Nullable EvidenceKind kind,
        @Nullable String supports) {

    /** @throws Refused if {@code supports} is not a type and a code */
    Predicate<EvidenceView> admitted() {
        Subject subject = subject(supports);
        return view -> (level == null || view.content().level() == level)
                && (state == null || view.state() == state)
                && (kind == null || view.content().kind() == kind)
                && (subject == null || view.content().supports().contains(subject));
    }

    /**
     * @param text type and code, {@code milestone:PA3-01.2}; null for whatever it supports
     * @throws Refused if it is neither
     */
    private static @Nullable Subject subject(@Nullable String text) {
        if (text == null) return null;
        int colon = text.indexOf(':');
        String code = text.substring(colon + 1);
        return Arrays.stream(SubjectType.values())
                .filter(type -> colon > 0 && !code.isBlank() && type.toString().equals(text.substring(0, colon)))
                .findFirst()
                .map(type -> new Subject(type, code))
                .orElseThrow(() -> new Refused(Problem.malformed(
                        "supports",
                        "must be a type and a code, such as milestone:PA3-01.2; types are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(SubjectType.values())
                                                .map(SubjectType::toString)
                                                .toList()))));
    }
}
