package org.paptracker.command.risk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
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
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.risk.RiskResponse;

/** One risk, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final RiskCode RISK = new RiskCode("R-01");
    static final BoardCode BOARD = new BoardCode("SIAB");
    static final BoardCode GROUP = new BoardCode("PDG");
    static final BusinessDate JANUARY = date("2025-01");
    static final BusinessDate BEFORE = date("2024-12-31");
    static final BusinessDate FEBRUARY_13 = date("2025-02-13");
    static final BusinessDate TOMORROW = date("2025-03-01");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final BusinessDate DUE = date("2025-09");
    static final ErasableText TEXT = ErasableText.of("Agree a recovery plan");
    static final ErasableText REASON = ErasableText.of("Beyond what the group can settle");

    private Examples() {}

    static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state,
                Set.of(new AreaCode("PA4")),
                Set.of(new ThemeCode("T1")),
                Set.of(),
                Set.of(),
                Set.of(BOARD, GROUP));
    }

    static Scenario<Risk, RiskCommand, RiskEvent> given(RiskEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Risk, RiskCommand, RiskEvent> in(PlanTerms plan, RiskEvent... events) {
        return new Scenario<>(RiskDecider.RULES).under(plan).given(Scenario.OFFICE, events);
    }

    static RiskDetails details() {
        return titled("Funding runs out");
    }

    static RiskDetails titled(String title) {
        return details(title, JANUARY, "PA4", "T1");
    }

    static RiskDetails details(String title, BusinessDate identifiedOn, String area, String theme) {
        return new RiskDetails(
                title,
                identifiedOn,
                ErasableText.of("A growing deficit"),
                ErasableText.of("No money is left"),
                null,
                "Director of Finance",
                new TreeSet<>(List.of(new AreaCode(area))),
                new TreeSet<>(List.of(new ThemeCode(theme))),
                RiskResponse.REDUCE,
                Visibility.PARTNERSHIP);
    }

    static RiskIdentified identified() {
        return new RiskIdentified(PLAN, RISK, details());
    }

    static RiskScored scored() {
        return new RiskScored(PLAN, RISK, FEBRUARY_13, 4, 5, null);
    }

    static MitigationPlanned mitigated() {
        return new MitigationPlanned(PLAN, RISK, FEBRUARY_13, TEXT, DUE);
    }

    static RiskEscalated escalated() {
        return new RiskEscalated(PLAN, RISK, FEBRUARY_13, BOARD, REASON);
    }

    static RiskReturned returned() {
        return new RiskReturned(PLAN, RISK, FEBRUARY_13, REASON);
    }

    static RiskAccepted accepted() {
        return new RiskAccepted(PLAN, RISK, FEBRUARY_13, REASON);
    }

    static RiskClosed closed() {
        return new RiskClosed(PLAN, RISK, FEBRUARY_13, REASON);
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(RiskAggregate.class, plan(PlanState.PUBLISHED));
        return Stream.of(
                told.given().when(new IdentifyRisk(PLAN, RISK, details())).records(0, identified()),
                told.given(identified())
                        .when(new ScoreRisk(PLAN, RISK, FEBRUARY_13, 4, 5, null))
                        .records(1, scored()),
                told.given(identified(), scored())
                        .when(new PlanMitigation(PLAN, RISK, FEBRUARY_13, TEXT, DUE))
                        .records(2, mitigated()),
                told.given(identified(), mitigated())
                        .when(new EscalateRisk(PLAN, RISK, FEBRUARY_13, BOARD, REASON))
                        .records(2, escalated()),
                told.given(identified(), mitigated(), escalated())
                        .when(new ReturnRisk(PLAN, RISK, FEBRUARY_13, REASON))
                        .records(3, returned()),
                told.given(identified())
                        .when(new AcceptRisk(PLAN, RISK, FEBRUARY_13, REASON))
                        .records(1, accepted()),
                told.given(identified())
                        .when(new CloseRisk(PLAN, RISK, FEBRUARY_13, REASON))
                        .records(1, closed()),
                told.given(identified())
                        .when(new EscalateRisk(PLAN, RISK, null, BOARD, REASON))
                        .isRefused("risk.not-mitigated"),
                told.given(identified(), scored())
                        .when(new CloseRisk(PLAN, RISK, null, REASON))
                        .isStale());
    }
}
