package org.paptracker.command.risk;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.risk.RiskCommand.AcceptRisk;
import org.paptracker.command.risk.RiskCommand.CloseRisk;
import org.paptracker.command.risk.RiskCommand.EscalateRisk;
import org.paptracker.command.risk.RiskCommand.IdentifyRisk;
import org.paptracker.command.risk.RiskCommand.PlanMitigation;
import org.paptracker.command.risk.RiskCommand.ReturnRisk;
import org.paptracker.command.risk.RiskCommand.ScoreRisk;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.risk.RiskState;

/** The rules of a risk. What is so already is never refused and never recorded twice. */
final class RiskDecider {
    private static final int LEAST = 1;
    private static final int MOST = 5;

    static final Decider<Risk, RiskCommand, RiskEvent> RULES = Decider.of(Risk.FOLD, RiskCommand.class)
            .on(IdentifyRisk.class, RiskDecider::identify)
            .on(ScoreRisk.class, RiskDecider::score)
            .on(PlanMitigation.class, RiskDecider::planMitigation)
            .on(EscalateRisk.class, RiskDecider::escalate)
            .on(ReturnRisk.class, RiskDecider::giveBack)
            .on(AcceptRisk.class, RiskDecider::accept)
            .on(CloseRisk.class, RiskDecider::close)
            .exhaustive();

    private RiskDecider() {}

    static List<RiskEvent> identify(Risk risk, IdentifyRisk command, Context context) {
        context.plan().requireKnown(command.plan());
        RiskDetails details = command.details();
        if (details.equals(risk.details())) return List.of();
        requireRunning(risk, command, context);
        requireTerms("risk", "area", details.areas(), context.plan().areas());
        requireTerms("risk", "theme", details.themes(), context.plan().themes());
        effective(details.identifiedOn(), context.today());
        return List.of(
                risk.details() == null
                        ? new RiskIdentified(command.plan(), command.risk(), details)
                        : new RiskAmended(command.plan(), command.risk(), details));
    }

    static List<RiskEvent> score(Risk risk, ScoreRisk command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        RiskScored scored = new RiskScored(
                command.plan(),
                command.risk(),
                effective(command.effectiveOn(), details.identifiedOn(), context.today()),
                command.likelihood(),
                command.impact(),
                command.note());
        if (scored.equals(risk.score())) return List.of();
        requireRunning(risk, command, context);
        requireOnScale(command.likelihood(), "likelihood");
        requireOnScale(command.impact(), "impact");
        return List.of(scored);
    }

    private static void requireOnScale(int score, String what) {
        require(
                score >= LEAST && score <= MOST,
                "risk.score-out-of-range",
                "A %s of %d is not on the scale. Give a whole number from %d to %d."
                        .formatted(what, score, LEAST, MOST));
    }

    static List<RiskEvent> planMitigation(Risk risk, PlanMitigation command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        if (risk.mitigations().stream().anyMatch(earlier -> isSame(earlier, command))) return List.of();
        requireRunning(risk, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.identifiedOn(), context.today());
        return List.of(new MitigationPlanned(command.plan(), command.risk(), on, command.text(), command.dueOn()));
    }

    /** The same words by the same date; on which day they were said does not matter. */
    private static boolean isSame(MitigationPlanned earlier, PlanMitigation command) {
        return earlier.wording().equals(command.text()) && Objects.equals(earlier.dueOn(), command.dueOn());
    }

    /** Possible again to another board: what one cannot settle goes further up. */
    static List<RiskEvent> escalate(Risk risk, EscalateRisk command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        if (command.to().equals(risk.escalatedTo())) return List.of();
        requireRunning(risk, command, context);
        require(
                risk.state() != RiskState.OPEN,
                "risk.not-mitigated",
                "Nothing is planned against risk %s yet, so it cannot be escalated. Plan a mitigation first."
                        .formatted(command.risk()));
        requireTerms("risk", "board", Set.of(command.to()), context.plan().boards());
        BusinessDate on = effective(command.effectiveOn(), details.identifiedOn(), context.today());
        return List.of(new RiskEscalated(command.plan(), command.risk(), on, command.to(), command.reason()));
    }

    static List<RiskEvent> giveBack(Risk risk, ReturnRisk command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        if (risk.state() == RiskState.MITIGATING) return List.of();
        requireRunning(risk, command, context);
        require(
                risk.state() == RiskState.ESCALATED,
                "risk.not-escalated",
                "Risk %s is not with a board, so no board can give it back.".formatted(command.risk()));
        BusinessDate on = effective(command.effectiveOn(), details.identifiedOn(), context.today());
        return List.of(new RiskReturned(command.plan(), command.risk(), on, command.reason()));
    }

    static List<RiskEvent> accept(Risk risk, AcceptRisk command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        if (risk.state() == RiskState.ACCEPTED) return List.of();
        requireRunning(risk, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.identifiedOn(), context.today());
        return List.of(new RiskAccepted(command.plan(), command.risk(), on, command.reason()));
    }

    static List<RiskEvent> close(Risk risk, CloseRisk command, Context context) {
        RiskDetails details = requireKnown(risk, command, context);
        if (risk.state() == RiskState.CLOSED) return List.of();
        requireRunning(risk, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.identifiedOn(), context.today());
        return List.of(new RiskClosed(command.plan(), command.risk(), on, command.reason()));
    }

    private static RiskDetails requireKnown(Risk risk, RiskCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        RiskDetails details = risk.details();
        if (details == null) {
            throw new Unknown(
                    "risk.unknown",
                    "Plan %s has no risk %s. Check its code, or record the risk first."
                            .formatted(command.plan(), command.risk()));
        }
        return details;
    }

    private static void requireRunning(Risk risk, RiskCommand command, Context context) {
        context.plan().requireRunning(command.plan());
        require(
                !risk.hasEnded(),
                "risk.ended",
                "Risk %s has been %s, so nothing more can be recorded on it. It can still be read."
                        .formatted(command.risk(), risk.state() == RiskState.ACCEPTED ? "accepted" : "closed"));
    }
}
