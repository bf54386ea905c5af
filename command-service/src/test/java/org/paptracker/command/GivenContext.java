package org.paptracker.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.paptracker.command.platform.rules.AccountableBodies;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.NamedAction;
import org.paptracker.command.platform.rules.NamedDecision;
import org.paptracker.command.platform.rules.NamedEvidence;
import org.paptracker.command.platform.rules.NamedKpi;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.platform.security.Role;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;

/** What a rule is decided in, made by hand: the caller works on the whole plan. */
public record GivenContext(Actor actor, LocalDate today, PlanTerms plan, Set<EvidenceId> withdrawn, Places places)
        implements Context {
    /** In no plan, and with no words in the log. */
    public static GivenContext on(LocalDate today) {
        return new GivenContext(Scenario.LEAD, today, PlanTerms.FOLD.initial(), Set.of(), words(List.of()));
    }

    public GivenContext by(Actor other) {
        return new GivenContext(other, today, plan, withdrawn, places);
    }

    public GivenContext in(PlanTerms other) {
        return new GivenContext(actor, today, other, withdrawn, places);
    }

    public GivenContext with(Places other) {
        return new GivenContext(actor, today, plan, withdrawn, other);
    }

    /** This evidence is withdrawn. */
    public GivenContext without(Set<EvidenceId> evidence) {
        return new GivenContext(actor, today, plan, evidence, places);
    }

    /** Whatever is asked for stands there. */
    public static Places words(List<FoundPlace> there) {
        return (position, field) -> new Places.SameWords(false, there);
    }

    /** Of whatever is named. */
    @Override
    public SortedSet<EvidenceId> withdrawn(Collection<EvidenceId> named) {
        return new TreeSet<>(withdrawn);
    }

    @Override
    public WriteAccess access() {
        return new WriteAccess(
                new Caller("office", Role.PROGRAMME_OFFICE, null, OwnWork.NONE), actor, new Standing(withdrawn));
    }

    /** Whatever evidence and decisions are named are there; nothing else is. */
    private record Standing(Set<EvidenceId> withdrawn) implements WriteAccess.Others {
        @Override
        public boolean isPlan() {
            return false;
        }

        @Override
        public Set<PlanId> line() {
            return Set.of();
        }

        @Override
        public NamedAction action(ActionCode action) {
            return NamedAction.FOLD.initial();
        }

        @Override
        public NamedKpi kpi(KpiCode kpi) {
            return NamedKpi.FOLD.initial();
        }

        @Override
        public NamedEvidence evidence(EvidenceId evidence) {
            return new NamedEvidence(Visibility.PUBLIC, withdrawn.contains(evidence), false);
        }

        @Override
        public NamedDecision decision(DecisionId decision) {
            return new NamedDecision(Visibility.PUBLIC, false);
        }

        @Override
        public AccountableBodies bodies() {
            return AccountableBodies.FOLD.initial();
        }
    }
}
