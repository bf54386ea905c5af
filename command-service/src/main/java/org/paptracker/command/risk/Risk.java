package org.paptracker.command.risk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.risk.RiskState;

/**
 * What decisions about a risk need to know.
 *
 * @param details null while the risk is not identified
 * @param score the last one recorded
 * @param mitigations in the order recorded
 * @param escalatedTo null unless escalated
 */
record Risk(
        RiskState state,
        @Nullable RiskDetails details,
        @Nullable RiskScored score,
        List<MitigationPlanned> mitigations,
        @Nullable BoardCode escalatedTo)
        implements Belongs {

    static final Fold<Risk, RiskEvent> FOLD = Fold.from(
                    new Risk(RiskState.OPEN, null, null, List.of(), null), RiskEvent.class)
            .on(RiskIdentified.class, (risk, event) -> risk.described(event.details()))
            .on(RiskAmended.class, (risk, event) -> risk.described(event.details()))
            .on(RiskScored.class, Risk::scored)
            .on(MitigationPlanned.class, Risk::mitigated)
            .on(
                    RiskEscalated.class,
                    (risk, event) -> risk.in(RiskState.ESCALATED).with(event.to()))
            .on(
                    RiskReturned.class,
                    (risk, event) -> risk.in(RiskState.MITIGATING).with(null))
            .on(RiskAccepted.class, (risk, event) -> risk.in(RiskState.ACCEPTED).with(null))
            .on(RiskClosed.class, (risk, event) -> risk.in(RiskState.CLOSED).with(null))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }

    boolean hasEnded() {
        return state == RiskState.ACCEPTED || state == RiskState.CLOSED;
    }

    /** What is escalated stays so until the board gives it back, whatever else is planned. */
    private Risk mitigated(MitigationPlanned mitigation) {
        List<MitigationPlanned> more = new ArrayList<>(mitigations);
        more.add(mitigation);
        return in(state == RiskState.OPEN ? RiskState.MITIGATING : state).withMitigations(List.copyOf(more));
    }

    private Risk in(RiskState next) {
        return new Risk(next, details, score, mitigations, escalatedTo);
    }

    private Risk described(RiskDetails now) {
        return new Risk(state, now, score, mitigations, escalatedTo);
    }

    private Risk scored(RiskScored now) {
        return new Risk(state, details, now, mitigations, escalatedTo);
    }

    private Risk withMitigations(List<MitigationPlanned> all) {
        return new Risk(state, details, score, all, escalatedTo);
    }

    private Risk with(@Nullable BoardCode board) {
        return new Risk(state, details, score, mitigations, board);
    }
}
