package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

class NamedActionTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final ActionCode ACTION = new ActionCode("PA3-01");
    private static final MilestoneCode MILESTONE = new MilestoneCode("PA3-01.1");
    private static final MilestoneDetails STEP = new MilestoneDetails("Step", List.of(), null, false);

    private static ActionDetails of(Visibility visibility, String... themes) {
        return ActionDetails.titled("Action")
                .themes(Arrays.stream(themes).map(ThemeCode::new).toList())
                .organisations(Set.of(new OrganisationCode("OCC")))
                .visibility(visibility)
                .build();
    }

    private static Belonging belonging(Visibility visibility, String theme) {
        return new Belonging(visibility, Set.of(new ThemeCode(theme)), Set.of(new OrganisationCode("OCC")));
    }

    private static NamedAction after(ActionEvent... events) {
        return Scenario.after(NamedAction.FOLD, events);
    }

    @Test
    void belongs_to_nothing_while_it_does_not_exist() {
        assertThat(after().belonging()).isNull();
    }

    @Test
    void belongs_to_what_it_was_last_said_to_and_keeps_its_milestones() {
        NamedAction action = after(
                new ActionAgreed(PLAN, ACTION, of(Visibility.PUBLIC, "T1")),
                new MilestoneAdded(PLAN, ACTION, MILESTONE, STEP),
                new ActionAmended(PLAN, ACTION, of(Visibility.RESTRICTED, "T2")));
        assertThat(action.belonging()).isEqualTo(belonging(Visibility.RESTRICTED, "T2"));
        assertThat(action.milestones()).containsExactly(MILESTONE);
    }

    @Test
    void brings_its_milestones_from_another_plan() {
        NamedAction action = after(new ActionReceived(
                PLAN,
                ACTION,
                BusinessDate.parse("2025-02-13"),
                new PlanId("earlier"),
                new ActionCode("A1"),
                of(Visibility.PARTNERSHIP, "T3"),
                ActionState.IN_PROGRESS,
                List.of(new CarriedMilestone(MILESTONE, STEP, null, null, MilestoneState.PLANNED))));
        assertThat(action.belonging()).isEqualTo(belonging(Visibility.PARTNERSHIP, "T3"));
        assertThat(action.milestones()).containsExactly(MILESTONE);
    }
}
