package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;

class PlanTermsTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final BusinessDate DAY = BusinessDate.parse("2023-12-12");
    private static final Area PA1 =
            new Area(new AreaCode("PA1"), AreaKind.PRIORITY_ACTION, 1, null, new OrganisationCode("OCC"));
    private static final Area PA2 =
            new Area(new AreaCode("PA2"), AreaKind.PRIORITY_ACTION, 2, null, new OrganisationCode("OCC"));

    private static PlanDetails details(List<Theme> themes) {
        return new PlanDetails(
                "Plan",
                PlanType.PAP,
                "Oxfordshire",
                null,
                null,
                null,
                List.of(new Organisation(new OrganisationCode("OCC"), "The council")),
                List.of(PA1),
                themes,
                List.of(new Workstream(new WorkstreamCode("data"), "Data", null)),
                List.of(new Board(new BoardCode("SIAB"), "The board")),
                null);
    }

    private static PlanTerms after(PlanEvent... events) {
        return Scenario.after(PlanTerms.FOLD, events);
    }

    private static PlanRegistered registered() {
        return new PlanRegistered(PLAN, details(List.of()));
    }

    @Test
    void know_every_code_of_the_plan() {
        PlanTerms terms = after(registered());
        assertThat(terms.areas()).containsExactly(new AreaCode("PA1"));
        assertThat(terms.themes()).isEmpty();
        assertThat(terms.workstreams()).containsExactly(new WorkstreamCode("data"));
        assertThat(terms.organisations()).containsExactly(new OrganisationCode("OCC"));
        assertThat(terms.boards()).containsExactly(new BoardCode("SIAB"));
    }

    @Test
    void know_codes_that_came_later() {
        ThemeCode t1 = new ThemeCode("T1");
        PlanTerms terms = after(
                registered(),
                new PlanApproved(PLAN, DAY, "DfE", null),
                new PlanAmended(PLAN, details(List.of(new Theme(t1, "Early", List.of())))),
                new AreaAdded(PLAN, PA2));
        assertThat(terms.themes()).containsExactly(t1);
        assertThat(terms.areas()).containsExactly(new AreaCode("PA1"), new AreaCode("PA2"));
        assertThat(terms.boards()).containsExactly(new BoardCode("SIAB"));
        assertThat(terms.state()).isEqualTo(PlanState.APPROVED);
    }

    @Test
    void follow_the_life_of_the_plan() {
        PlanApproved approved = new PlanApproved(PLAN, DAY, "DfE", null);
        PlanPublished published = new PlanPublished(PLAN, DAY, null);
        assertThat(after(registered()).state()).isEqualTo(PlanState.DRAFT);
        assertThat(after(registered(), approved).state()).isEqualTo(PlanState.APPROVED);
        assertThat(after(registered(), approved, published).state()).isEqualTo(PlanState.PUBLISHED);
        assertThat(after(registered(), approved, new PlanSuperseded(PLAN, DAY, new PlanId("b"), null))
                        .state())
                .isEqualTo(PlanState.SUPERSEDED);
        assertThat(after(registered(), approved, new PlanClosed(PLAN, DAY, ErasableText.of("Done")))
                        .state())
                .isEqualTo(PlanState.CLOSED);
    }

    @Test
    void of_no_plan_let_nothing_through() {
        assertThatThrownBy(() -> after().requireKnown(PLAN)).isInstanceOf(Unknown.class);
        after(registered()).requireKnown(PLAN);
        after(registered()).requireRunning(PLAN);
    }

    @Test
    void say_who_answers_for_each_area_and_for_later_ones_too() {
        OrganisationCode council = new OrganisationCode("OCC");
        AccountableBodies bodies = Scenario.after(AccountableBodies.FOLD, registered(), new AreaAdded(PLAN, PA2));
        assertThat(bodies.byArea()).containsOnly(Map.entry(PA1.code(), council), Map.entry(PA2.code(), council));
    }
}
