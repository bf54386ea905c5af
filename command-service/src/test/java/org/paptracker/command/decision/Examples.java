package org.paptracker.command.decision;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.ProposeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;

/** One decision, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final DecisionId DECISION = new DecisionId("D-01");
    static final DecisionId OTHER = new DecisionId("D-02");
    static final BusinessDate JANUARY = date("2025-01");
    static final BusinessDate BEFORE = date("2024-12-31");
    static final BusinessDate FEBRUARY_13 = date("2025-02-13");
    static final BusinessDate TOMORROW = date("2025-03-01");
    static final BusinessDate MAY = date("2025-05");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final ErasableText NOTE = ErasableText.of("Signed by all");
    static final ErasableText REASON = ErasableText.of("The workshop comes first");

    private Examples() {}

    static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state,
                Set.of(new AreaCode("PA5")),
                Set.of(new ThemeCode("T1")),
                Set.of(),
                Set.of(),
                Set.of(new BoardCode("SIAB")));
    }

    static Scenario<Decision, DecisionCommand, DecisionEvent> given(DecisionEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Decision, DecisionCommand, DecisionEvent> in(PlanTerms plan, DecisionEvent... events) {
        return new Scenario<>(DecisionDecider.RULES).under(plan).given(Scenario.OFFICE, events);
    }

    static DecisionDetails details() {
        return titled("Sign a memorandum");
    }

    static DecisionDetails titled(String title) {
        return details(title, JANUARY, MAY, "Director of Children's Services", "SIAB", "PA5", "T1");
    }

    static DecisionDetails details(
            String title,
            BusinessDate decidedOn,
            BusinessDate dueOn,
            String proposedBy,
            String board,
            String area,
            String theme) {
        return DecisionDetails.of(title, ErasableText.of("The board decided so"), decidedOn, new BoardCode(board))
                .proposedBy(proposedBy)
                .dueOn(dueOn)
                .areas(List.of(new AreaCode(area)))
                .themes(List.of(new ThemeCode(theme)))
                .actions(List.of(new ActionCode("PA5-01")))
                .build();
    }

    static DecisionProposal proposal(String title) {
        return new DecisionProposal(
                ErasableText.of(title),
                ErasableText.of("All partners sign it"),
                new BoardCode("SIAB"),
                new TreeSet<>(Set.of(new AreaCode("PA5"))),
                new TreeSet<>(Set.of(new ThemeCode("T1"))),
                Visibility.PARTNERSHIP);
    }

    static DecisionProposed proposed() {
        return new DecisionProposed(PLAN, DECISION, JANUARY, proposal("Sign a memorandum"));
    }

    static DecisionMade made() {
        return new DecisionMade(PLAN, DECISION, details());
    }

    static DecisionImplemented implemented() {
        return new DecisionImplemented(PLAN, DECISION, FEBRUARY_13, NOTE);
    }

    static DecisionDeferred deferred() {
        return new DecisionDeferred(PLAN, DECISION, FEBRUARY_13, MAY, REASON);
    }

    static DecisionSuperseded superseded() {
        return new DecisionSuperseded(PLAN, DECISION, FEBRUARY_13, OTHER, null);
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(DecisionAggregate.class, plan(PlanState.PUBLISHED));
        return Stream.of(
                told.given()
                        .when(new ProposeDecision(PLAN, DECISION, JANUARY, proposal("Sign a memorandum")))
                        .records(0, proposed()),
                told.given(proposed())
                        .when(new MakeDecision(PLAN, DECISION, details().withoutProposer()))
                        .records(1, new DecisionMade(PLAN, DECISION, details().withoutProposer())),
                told.given()
                        .when(new MakeDecision(PLAN, DECISION, details().withoutProposer()))
                        .isRefused("decision.not-proposed"),
                told.given(made())
                        .when(new DeferDecision(PLAN, DECISION, FEBRUARY_13, MAY, REASON))
                        .records(1, deferred()),
                told.given(made(), deferred())
                        .when(new ImplementDecision(PLAN, DECISION, FEBRUARY_13, NOTE))
                        .records(2, implemented()),
                told.given(made())
                        .when(new SupersedeDecision(PLAN, DECISION, FEBRUARY_13, OTHER, null))
                        .records(1, superseded()),
                told.given(made(), deferred())
                        .when(new ImplementDecision(PLAN, DECISION, null, NOTE))
                        .isStale());
    }
}
