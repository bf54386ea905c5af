package org.paptracker.query.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.Completion;
import org.paptracker.query.action.Rebaseline;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.report.Assurance.AskedFor;
import org.paptracker.query.report.Assurance.Done;
import org.paptracker.query.report.Assurance.Due;
import org.paptracker.query.report.Assurance.Moved;
import org.paptracker.query.report.Assurance.Slipped;
import org.paptracker.query.report.Standing.One;
import org.paptracker.values.BusinessDate;

/** What became of the milestones between the two ends of a period. */
final class Milestones {
    private final Standing before;
    private final Standing after;

    Milestones(Standing before, Standing after) {
        this.before = before;
        this.after = after;
    }

    List<Moved> moved() {
        return both((was, is) -> was.milestone().rating() == is.milestone().rating()
                ? null
                : new Moved(is.step(), was.milestone().rating(), is.milestone().rating()));
    }

    /** What began and ended within the period was not complete before either. */
    List<Done> done() {
        return after.milestones().entrySet().stream()
                .filter(entry -> entry.getValue().milestone().complete())
                .filter(entry -> !wasComplete(entry.getKey()))
                .map(entry -> done(entry.getValue()))
                .toList();
    }

    private boolean wasComplete(String key) {
        One was = before.milestones().get(key);
        return was != null && was.milestone().complete();
    }

    private Done done(One is) {
        Completion completion = is.milestone().completion();
        return new Done(
                is.step(),
                completion == null ? null : completion.completedOn().date(),
                Proofs.strongest(is.milestone().proofs(is.action().code(), after.proofs())));
    }

    List<Slipped> slipped() {
        return both((was, is) -> {
            Long then = was.timing().slippedDays();
            Long now = is.timing().slippedDays();
            return then == null || now == null || now <= then || now <= 0
                    ? null
                    : new Slipped(is.step(), now - then, now);
        });
    }

    private interface Compare<T> {
        @Nullable
        T of(One was, One is);
    }

    private <T> List<T> both(Compare<T> compare) {
        return after.milestones().entrySet().stream()
                .flatMap(entry -> {
                    One was = before.milestones().get(entry.getKey());
                    return was == null ? Stream.empty() : Stream.ofNullable(compare.of(was, entry.getValue()));
                })
                .toList();
    }

    List<Due> overdue() {
        return after.milestones().values().stream()
                .filter(one -> one.timing().overdue())
                .flatMap(Milestones::due)
                .sorted(Comparator.comparing((Due due) -> due.dueOn().last()))
                .toList();
    }

    /** As far ahead as the period looks back. */
    List<Due> next() {
        LocalDate day = after.asAt().day();
        LocalDate end = day.plusDays(ChronoUnit.DAYS.between(before.asAt().day(), day));
        return after.milestones().values().stream()
                .filter(one -> !one.milestone().claimedOrComplete())
                .flatMap(Milestones::due)
                .filter(due ->
                        !due.dueOn().last().isBefore(day) && !due.dueOn().last().isAfter(end))
                .sorted(Comparator.comparing((Due due) -> due.dueOn().last()))
                .toList();
    }

    private static Stream<Due> due(One one) {
        BusinessDate approved = one.milestone().due().approvedDueOn();
        return Stream.ofNullable(approved)
                .map(on -> new Due(one.step(), on, one.milestone().rating()));
    }

    List<AskedFor> askedFor() {
        return after.milestones().values().stream()
                .flatMap(one -> Stream.of(proposed(one), claimed(one)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable AskedFor proposed(One one) {
        Rebaseline proposal = one.milestone().work().rebaseline();
        if (proposal == null) return null;
        return new AskedFor(
                AskedFor.Kind.REBASELINE,
                one.action().code(),
                one.milestone().code(),
                null,
                null,
                proposal.reasonCode(),
                "Approve or refuse %s as the new due date of the milestone %s: %s."
                        .formatted(
                                proposal.proposedDueOn().inWords(),
                                one.milestone().code(),
                                one.milestone().title()));
    }

    private static @Nullable AskedFor claimed(One one) {
        if (!one.milestone().claimedOrComplete() || one.milestone().complete()) return null;
        return new AskedFor(
                AskedFor.Kind.VERIFICATION,
                one.action().code(),
                one.milestone().code(),
                null,
                null,
                null,
                "Verify or reject that the milestone %s is complete: %s."
                        .formatted(one.milestone().code(), one.milestone().title()));
    }
}
