package org.paptracker.query.report.format2;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.decision.DecisionItem;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** What a board decided. */
record PackDecision(
        DecisionId code,
        PlanId plan,
        String title,
        @Nullable String text,
        BusinessDate decidedOn,
        BoardCode board,
        @Nullable Who proposedBy,
        @Nullable BusinessDate dueOn,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<ActionCode> actions,
        Visibility visibility,
        DecisionState state,
        Who recordedBy,
        @Nullable Implementation implementation,
        @Nullable Deferral deferral,
        @Nullable Supersession supersession,
        @JsonUnwrapped PackStamp stamp,
        boolean overdue) {

    record Implementation(BusinessDate on, @Nullable String note, Who by) {}

    record Deferral(
            BusinessDate on,
            @Nullable BusinessDate until,
            @Nullable String reason) {}

    record Supersession(
            BusinessDate on,
            @Nullable DecisionId by,
            @Nullable String reason) {}

    static PackDecision of(DecisionItem item) {
        DecisionView decision = item.decision();
        var details = decision.details();
        var done = decision.course().implementation();
        var deferral = decision.course().deferral();
        var supersession = decision.course().supersession();
        return new PackDecision(
                decision.code(),
                decision.plan(),
                details.title(),
                details.text(),
                requireNonNull(details.decidedOn()),
                details.board(),
                details.proposedBy(),
                details.dueOn(),
                details.areas(),
                details.themes(),
                details.actions(),
                details.visibility(),
                decision.state(),
                requireNonNull(decision.course().recordedBy()),
                done == null ? null : new Implementation(done.on(), done.note(), done.by()),
                deferral == null ? null : new Deferral(deferral.on(), deferral.until(), deferral.reason()),
                supersession == null
                        ? null
                        : new Supersession(supersession.on(), supersession.by(), supersession.reason()),
                PackStamp.of(decision.stamp()),
                item.overdue());
    }
}
