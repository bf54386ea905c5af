package org.paptracker.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.OFFICE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.plan.PlanCommand.AddArea;
import org.paptracker.command.plan.PlanCommand.ApprovePlan;
import org.paptracker.command.plan.PlanCommand.PublishPlan;
import org.paptracker.command.plan.PlanCommand.RegisterPlan;
import org.paptracker.command.plan.PlanCommand.ReopenPlan;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanReopened;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the board approved stays so until it reopens the plan; what is added waits for its approval. */
class ApprovedPlanTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final ErasableText WHY = ErasableText.of("The roadmap has to be longer");
    private static final BusinessDate DAY = BusinessDate.parse("2024-01-15");
    private static final OrganisationCode OCC = new OrganisationCode("OCC");
    private static final Area PA1 = new Area(new AreaCode("PA1"), AreaKind.PRIORITY_ACTION, 1, "Leadership", OCC);
    private static final Area PA2 = new Area(new AreaCode("PA2"), AreaKind.PRIORITY_ACTION, 2, null, OCC);
    private static final Area OTHER_PA2 = new Area(new AreaCode("PA2"), AreaKind.OTHER, 2, "Health", OCC);
    private static final PlanDetails APPROVED = new PlanDetails(
            "SEND priority action plan",
            PlanType.PAP,
            "Oxfordshire",
            null,
            BusinessDate.parse("2024-01"),
            BusinessDate.parse("2025-04"),
            List.of(new Organisation(OCC, "The council")),
            List.of(PA1),
            List.of(new Theme(new ThemeCode("T1"), "Early help", List.of())),
            List.of(),
            List.of(),
            null);

    private static Scenario<Plan, PlanCommand, PlanEvent> approved(PlanEvent... since) {
        return new Scenario<>(PlanDecider.RULES)
                .given(new PlanRegistered(PLAN, APPROVED), new PlanApproved(PLAN, DAY, "Ofsted", null))
                .given(since);
    }

    private static PlanPublished published() {
        return new PlanPublished(PLAN, DAY, null);
    }

    private static RegisterPlan put(PlanDetails details) {
        return new RegisterPlan(PLAN, details);
    }

    private static ApprovePlan approve() {
        return new ApprovePlan(PLAN, DAY, "Ofsted", null);
    }

    private static PlanDetails with(List<Area> areas) {
        return new PlanDetails(
                APPROVED.title(),
                APPROVED.type(),
                APPROVED.localArea(),
                null,
                APPROVED.startsOn(),
                APPROVED.endsOn(),
                APPROVED.organisations(),
                areas,
                APPROVED.themes(),
                APPROVED.workstreams(),
                APPROVED.boards(),
                null);
    }

    @Nested
    class An_amendment {
        private final JsonMapper json = new JsonMapper();

        /** Read from JSON, so that no part of a plan is forgotten here. */
        private PlanDetails changed(UnaryOperator<ObjectNode> change) {
            ObjectNode all = json.valueToTree(APPROVED);
            return json.treeToValue((JsonNode) change.apply(all), PlanDetails.class);
        }

        private void refused(String part, UnaryOperator<ObjectNode> change) {
            PlanDetails other = changed(change);
            assertThat(other).isNotEqualTo(APPROVED);
            approved().when(OFFICE, put(other)).thenRefused("plan.approved", part, "reopen");
            approved(published()).when(OFFICE, put(other)).thenRefused("plan.approved", part);
        }

        @Test
        void is_refused_if_it_changes_what_was_approved() {
            refused("title", plan -> plan.put("title", "Another plan"));
            refused("type", plan -> plan.put("type", "IMPROVEMENT_PLAN"));
            refused("localArea", plan -> plan.put("localArea", "Berkshire"));
            refused("draftSubmittedOn", plan -> plan.put("draftSubmittedOn", "2023-10-24"));
            refused("startsOn", plan -> plan.put("startsOn", "2024-02"));
            refused("endsOn", plan -> plan.put("endsOn", "2026-04"));
            refused("endsOn", plan -> plan.putNull("endsOn"));
            refused("supersedes", plan -> plan.put("supersedes", "earlier"));
            refused("organisation OCC", plan -> changing(plan, "organisations", "name"));
            refused("area PA1", plan -> changing(plan, "areas", "title"));
            refused("theme T1", plan -> changing(plan, "themes", "title"));
        }

        private static ObjectNode changing(ObjectNode plan, String list, String field) {
            ((ObjectNode) plan.get(list).get(0)).put(field, "Another");
            return plan;
        }

        @Test
        void may_add_to_it_and_is_then_unapproved() {
            approved(published())
                    .when(OFFICE, put(with(List.of(PA1, PA2))))
                    .then(new PlanAmended(PLAN, with(List.of(PA1, PA2))));
            assertThat(approved(published(), new AreaAdded(PLAN, PA2)).state().isApproved())
                    .isFalse();
        }

        @Test
        void may_change_what_was_added_and_nobody_approved() {
            approved(published(), new AreaAdded(PLAN, PA2))
                    .when(OFFICE, put(with(List.of(PA1, OTHER_PA2))))
                    .then(new PlanAmended(PLAN, with(List.of(PA1, OTHER_PA2))));
        }

        @Test
        void is_bound_by_what_was_approved_later_too() {
            approved(published(), new AreaAdded(PLAN, PA2), new PlanApproved(PLAN, DAY, "Ofsted", null))
                    .when(OFFICE, put(with(List.of(PA1, OTHER_PA2))))
                    .thenRefused("plan.approved", "area PA2");
        }

        @Test
        void may_follow_what_took_over_from_another_plan() {
            PlanId earlier = new PlanId("earlier");
            approved(new PlanTookOver(PLAN, DAY, earlier))
                    .when(OFFICE, put(APPROVED))
                    .thenNothingMore();
        }
    }

    @Nested
    class What_was_added {
        @Test
        void is_approved_by_approving_again() {
            approved(published(), new AreaAdded(PLAN, PA2))
                    .when(BOARD, approve())
                    .then(new PlanApproved(PLAN, DAY, "Ofsted", null));
            approved(published()).when(BOARD, approve()).thenNothingMore();
        }

        @Test
        void leaves_the_plan_published_when_it_is_approved() {
            PlanApproved again = new PlanApproved(PLAN, DAY, "Ofsted", null);
            Plan plan = approved(published(), new AreaAdded(PLAN, PA2), again).state();
            assertThat(plan.state()).isEqualTo(PlanState.PUBLISHED);
            assertThat(plan.isApproved()).isTrue();
            assertThat(Scenario.after(
                                    PlanTerms.FOLD,
                                    new PlanRegistered(PLAN, APPROVED),
                                    again,
                                    published(),
                                    new AreaAdded(PLAN, PA2),
                                    again)
                            .state())
                    .isEqualTo(PlanState.PUBLISHED);
        }

        @Test
        void is_not_published_before_that() {
            approved(new AreaAdded(PLAN, PA2))
                    .when(OFFICE, new PublishPlan(PLAN, DAY, null))
                    .thenRefused("plan.not-approved", "added");
        }

        @Test
        void can_be_an_area_at_any_time() {
            approved(published()).when(OFFICE, new AddArea(PLAN, PA2)).then(new AreaAdded(PLAN, PA2));
        }
    }

    @Nested
    class Reopening {
        private final PlanReopened reopened = new PlanReopened(PLAN, DAY, WHY);

        @Test
        void takes_the_approval_back() {
            approved(published()).when(BOARD, new ReopenPlan(PLAN, DAY, WHY)).then(reopened);
            Plan plan = approved(published(), reopened).state();
            assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
            assertThat(plan.isApproved()).isFalse();
            assertThat(Scenario.after(PlanTerms.FOLD, new PlanRegistered(PLAN, APPROVED), published(), reopened)
                            .state())
                    .isEqualTo(PlanState.DRAFT);
        }

        @Test
        void lets_the_plan_be_amended_approved_and_published_again() {
            PlanAmended amended = new PlanAmended(PLAN, with(List.of(PA1, OTHER_PA2)));
            approved(published(), reopened).when(OFFICE, put(amended.details())).then(amended);
            approved(published(), reopened, amended)
                    .when(OFFICE, new PublishPlan(PLAN, DAY, null))
                    .thenRefused("plan.not-approved");
            approved(published(), reopened, amended)
                    .when(BOARD, approve())
                    .then(new PlanApproved(PLAN, DAY, "Ofsted", null));
            approved(published(), reopened, amended, new PlanApproved(PLAN, DAY, "Ofsted", null))
                    .when(OFFICE, new PublishPlan(PLAN, DAY, null))
                    .then(published());
        }

        @Test
        void of_a_draft_records_nothing() {
            new Scenario<>(PlanDecider.RULES)
                    .given(new PlanRegistered(PLAN, APPROVED))
                    .when(BOARD, new ReopenPlan(PLAN, DAY, WHY))
                    .thenNothingMore();
        }

        @Test
        void is_refused_for_an_unknown_plan_and_for_one_that_has_ended() {
            new Scenario<>(PlanDecider.RULES)
                    .when(BOARD, new ReopenPlan(PLAN, DAY, WHY))
                    .thenRefused("plan.unknown");
            approved(new PlanClosed(PLAN, DAY, WHY))
                    .when(BOARD, new ReopenPlan(PLAN, DAY, WHY))
                    .thenRefused("plan.ended");
        }
    }
}
