package org.paptracker.query.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.springframework.stereotype.Component;

/** Complete milestones that nothing shows to be so, or nothing shows to have changed anything, or only long ago. */
@Component
class MilestoneGaps implements GapFinder {
    private static final int FRESH_MONTHS = 6;

    @Override
    public List<Gap> gaps(PlanContents contents) {
        return of(contents.actions(), contents.proofs(), contents.day());
    }

    /** Actions cancelled no longer count; what was finished of one before it was transferred stays here to be shown. */
    static List<Gap> of(List<ActionView> actions, Proofs proofs, LocalDate day) {
        List<ActionView> counting = actions.stream()
                .filter(action -> action.state() != ActionState.CANCELLED)
                .toList();
        Map<MilestoneCode, Long> uses = counting.stream()
                .flatMap(action -> action.milestones().stream())
                .collect(Collectors.groupingBy(MilestoneView::code, Collectors.counting()));
        List<Gap> gaps = new ArrayList<>();
        for (ActionView action : counting) {
            for (MilestoneView milestone : action.milestones()) {
                if (!milestone.complete()) continue;
                boolean shared = uses.getOrDefault(milestone.code(), 0L) > 1;
                String code = shared
                        ? action.code() + "/" + milestone.code()
                        : milestone.code().value();
                gaps.addAll(of(
                        new Subject(SubjectType.MILESTONE, code),
                        milestone,
                        milestone.proofs(action.code(), proofs),
                        day));
            }
        }
        return List.copyOf(gaps);
    }

    private static List<Gap> of(Subject subject, MilestoneView milestone, List<Proof> proofs, LocalDate day) {
        EvidenceLevel strongest = Proofs.strongest(proofs);
        if (strongest == null) return List.of(unevidenced(subject, milestone));
        List<Gap> gaps = new ArrayList<>();
        if (!strongest.showsDifference()) gaps.add(outputOnly(subject, strongest));
        latest(proofs, strongest)
                .filter(asOf -> asOf.isBefore(day.minusMonths(FRESH_MONTHS)))
                .ifPresent(asOf -> gaps.add(stale(subject, strongest, asOf)));
        return gaps;
    }

    private static Optional<LocalDate> latest(List<Proof> proofs, EvidenceLevel level) {
        return proofs.stream()
                .filter(proof -> proof.level() == level)
                .map(Proof::asOf)
                .max(Comparator.naturalOrder());
    }

    private static Gap unevidenced(Subject subject, MilestoneView milestone) {
        List<EvidenceId> claimed = milestone.completion() == null
                ? List.of()
                : milestone.completion().evidence();
        String named = claimed.stream().map(EvidenceId::value).collect(Collectors.joining(", "));
        return Gap.of(
                GapKind.COMPLETE_BUT_UNEVIDENCED,
                subject,
                claimed.isEmpty()
                        ? "The milestone %s was verified as complete, but no validated evidence supports it."
                                .formatted(subject.code())
                        : "The milestone %s was verified as complete on the strength of %s, which does not stand as validated evidence."
                                .formatted(subject.code(), named),
                claimed.isEmpty()
                        ? "Submit evidence that supports it, best of outcome or impact, and have somebody else validate it."
                        : "Submit %s if it is not here yet, and have somebody other than its submitter validate it."
                                .formatted(named),
                null);
    }

    private static Gap outputOnly(Subject subject, EvidenceLevel strongest) {
        return Gap.of(
                GapKind.OUTPUT_ONLY,
                subject,
                strongest == EvidenceLevel.ACTIVITY
                        ? "The evidence for the milestone %s shows that work was done, but not that it changed anything for children and families."
                                .formatted(subject.code())
                        : "The evidence for the milestone %s shows what was made, but not that it changed anything for children and families."
                                .formatted(subject.code()),
                "Add evidence of outcome or impact: a measure, a survey or an audit from after the work was done.",
                strongest);
    }

    private static Gap stale(Subject subject, EvidenceLevel strongest, LocalDate asOf) {
        return Gap.of(
                GapKind.STALE,
                subject,
                "The strongest evidence for the milestone %s, of %s, speaks of %s, more than %d months ago."
                        .formatted(
                                subject.code(),
                                strongest.name().toLowerCase(Locale.ROOT),
                                BusinessDate.day(asOf).inWords(),
                                FRESH_MONTHS),
                "Measure or audit it again and submit what is found, of %s or more."
                        .formatted(strongest.name().toLowerCase(Locale.ROOT)),
                strongest);
    }
}
