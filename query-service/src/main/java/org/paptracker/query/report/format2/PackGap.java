package org.paptracker.query.report.format2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.gaps.Gap;
import org.paptracker.query.gaps.GapKind;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Period;

/** Something that the evidence did not bear. */
record PackGap(
        GapKind kind,
        PackSubject subject,
        String why,
        String wouldClose,
        @Nullable EvidenceLevel strongest,
        @Nullable Period period,
        List<Side> sides) {

    record Side(@Nullable EvidenceId evidence, String source, String says) {}

    static PackGap of(Gap gap) {
        return new PackGap(
                gap.kind(),
                PackSubject.of(gap.subject()),
                gap.why(),
                gap.wouldClose(),
                gap.strongest(),
                gap.period(),
                gap.sides().stream()
                        .map(side -> new Side(side.evidence(), side.source(), side.says()))
                        .toList());
    }
}
